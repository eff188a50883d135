import type { RoomAction, RoomActionType } from '@quietroom/core';
import type { FakePerson } from '../../src/fake-room/fake-room.ts';
import type { Deed } from './deed.ts';
import { canary, type Stage, type Witness } from './stage.ts';

/** Lets everything that is under way come to an end; what is sealed and opened leaves the thread in between. */
export const settle = async (turns = 3): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
};
const settleUntil = async (reached: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 60 && !reached(); turn += 1) await new Promise(setImmediate);
};

const allAgreeAndStart = async ({ room, visit, answers, role }: Stage): Promise<void> => {
  if (role !== 'clinician') return;
  visit.consent.ask('recording', { language: 'en' });
  for (const person of room.people) {
    if (person.place !== 'inside') continue;
    answers.set(person, new Set(answers.get(person)).add('recording'));
    void person.agrees('recording').catch(() => undefined);
  }
  await settleUntil(() => visit.consent.state.get().recording.ready);
  await visit.perform({ type: 'setRecording', on: true }).catch(() => undefined);
};

/** The action of this type; none when it is about a person and nobody has ever come. */
const actionOf = (type: RoomActionType, on: boolean, person: FakePerson | undefined): RoomAction | null => {
  switch (type) {
    case 'publish':
    case 'knock':
    case 'cancelKnock':
    case 'endForEveryone':
      return { type };
    case 'setMicrophone':
    case 'setCamera':
    case 'shareScreen':
    case 'setRecording':
    case 'setCaptions':
      return { type, on };
    case 'raiseHand':
      return { type, raised: on };
    case 'lock':
      return { type, locked: on };
    case 'selectDevice':
      return { type, kind: 'camera', deviceId: 'camera-1' };
    case 'admit':
    case 'keepWaiting':
    case 'decline':
    case 'remove':
    case 'mute':
    case 'askToUnmute':
      return person === undefined ? null : { type, participant: person.id };
  }
};

/** Does it, and lets what it starts come to where the next deed may meet it. */
export const play = async (stage: Stage, what: Deed, { seen }: Witness): Promise<void> => {
  const { room, visit, clock, answers } = stage;
  const present = room.people.filter(({ place }) => place !== 'gone' && place !== 'declined' && place !== 'removed');
  const chosen = 'whom' in what ? present[what.whom % Math.max(present.length, 1)] : undefined;
  const quietly = (done: Promise<unknown>): void => {
    done.catch(() => undefined);
  };
  switch (what.does) {
    case 'act': {
      const action = actionOf(what.type, what.on, chosen ?? room.people[0]);
      if (action === null) return;
      await Promise.race([
        visit.perform(action).catch(() => {
          seen.refused += 1;
        }),
        settle(),
      ]);
      return;
    }
    case 'write':
      if (chosen !== undefined) quietly(visit.messages.send(chosen.id, `${canary} I feel dizzy`));
      return;
    case 'come':
    case 'knock': {
      if (present.length >= 4) return;
      const bring = what.does === 'come' ? room.personJoins : room.personKnocks;
      const person = bring({ role: what.as, pass: what.pass });
      answers.set(person, new Set());
      await person.arrived;
      return;
    }
    case 'enter':
      chosen?.enters();
      return;
    case 'leave':
      chosen?.leaves();
      return;
    case 'say':
      if (chosen !== undefined) quietly(chosen.says(`${canary} and you?`));
      return;
    case 'replay':
      chosen?.repeatsEverything();
      return;
    case 'agree':
      if (chosen === undefined) return;
      answers.get(chosen)?.add(what.to);
      quietly(chosen.agrees(what.to));
      await settle();
      return;
    case 'withdraw': {
      if (chosen === undefined) return;
      quietly(chosen.withdraws(what.to));
      // What is still on its way cannot be known: the start is judged by what has arrived.
      await settleUntil(() => !visit.consent.state.get()[what.to].agreed.includes(chosen.id));
      answers.get(chosen)?.delete(what.to);
      return;
    }
    case 'ask':
      visit.consent.ask(what.to, { language: 'en' });
      return;
    case 'agree here':
      visit.consent.agree(what.to, { language: 'en' });
      return;
    case 'withdraw here':
      visit.consent.withdraw(what.to);
      return;
    case 'all agree and start':
      await allAgreeAndStart(stage);
      return;
    case 'vendor':
      room.knows(what.facts);
      return;
    case 'lie':
      for (const { id } of present) room.reports({ participants: { [id]: { id, admitted: false } } });
      return;
    case 'interrupt':
      room.interruptsLink();
      return;
    case 'restore':
      room.restoresLink();
      return;
    case 'admit you':
      room.admitsYou();
      return;
    case 'keep you waiting':
      room.keepsYouWaiting();
      return;
    case 'leave and come back':
      await visit.leave();
      return;
    case 'wait':
      clock.advance(what.milliseconds);
  }
};
