import {
  participantId,
  trackId,
  type ConsentSubject,
  type ParticipantId,
  type RoomClaims,
  type RoomKnock,
  type RoomParticipant,
  type OpaqueId,
  type Role,
} from '@quietroom/core';
import { createFakeCorrespondent } from './fake-correspondent.ts';
import type { FakePerson, FakePersonOptions } from './fake-room.ts';
import type { FakeStage } from './fake-stage.ts';

type Place = FakePerson['place'];

/** A person together with what only the room may do to them. */
export interface SeatedPerson {
  readonly person: FakePerson;
  readonly place: () => Place;
  readonly move: (place: Place) => void;
  readonly participant: () => RoomParticipant;
  readonly knock: () => RoomKnock;
  readonly muted: () => void;
  readonly askedToUnmute: () => void;
  readonly meets: (you: ParticipantId, claims: { readonly sub: OpaqueId; readonly role: Role }) => void;
  readonly parts: () => void;
  /** Who is inside has changed: those who agreed say again that everybody inside did. */
  readonly countsAgain: () => void;
  /** Bytes that the page under test handed over for them. */
  readonly takes: (bytes: Uint8Array) => void;
}

/** @param index which person of the room this is, from 0. */
export function createFakePerson(
  stage: FakeStage,
  options: FakePersonOptions,
  goal: Place,
  index: number,
): SeatedPerson {
  const { environment, host } = stage;
  const identity = host.introduce(options.role);
  const id = participantId(`person-${index + 1}`);
  const since = environment.clock.now();
  const sent: Uint8Array[] = [];
  let place: Place = 'arriving';
  let token: string | null = null;
  let timesAsked = 0;
  let listening = true;
  let state: Omit<RoomParticipant, 'id' | 'name' | 'claims' | 'admitted'> = {
    microphone: { id: trackId(`${id}-microphone`), sending: options.microphone ?? true },
    camera: { id: trackId(`${id}-camera`), sending: options.camera ?? true },
    screen: null,
    handRaised: false,
    quality: 'good',
  };

  const asked: ConsentSubject[] = [];
  const agreed = new Set<ConsentSubject>();
  let round = 0;

  const send = (bytes: Uint8Array) => {
    sent.push(bytes);
    stage.hand(id, bytes);
  };
  const correspondent = createFakeCorrespondent({
    environment,
    host,
    id,
    identity,
    pass: options.pass ?? 'valid',
    send,
    told: (notice) => {
      if (notice.type === 'control' && notice.control === 'ask') asked.push(notice.for);
    },
  });
  const consentText = (subject: ConsentSubject): string => {
    const text = stage.consentText(subject);
    if (text === null) throw new Error(`The policy of the page under test allows no ${subject}.`);
    return text;
  };
  /** Fake people hold each other's consent without having sent it: only the page under test is real. */
  const saysThatAllAgreed = async (subject: ConsentSubject) => {
    await correspondent.tells({
      type: 'control',
      control: 'all-agreed',
      for: subject,
      text: consentText(subject),
      among: stage.everybody(),
    });
  };
  const agrees = async (to: ConsentSubject = 'recording') => {
    agreed.add(to);
    await correspondent.tells({ type: 'consent', to, text: consentText(to), language: 'en' });
    await saysThatAllAgreed(to);
  };

  const claims = (): RoomClaims => ({
    sub: identity.sub,
    role: identity.role,
    ...(token === null ? {} : { pass: token }),
  });
  const change = (next: Partial<typeof state>) => {
    state = { ...state, ...next };
    if (place === 'inside') stage.tell({ participants: { [id]: { id, ...next } } });
  };
  const move = (next: Place) => {
    if (place === next) return;
    place = next;
    stage.moved(id);
  };
  const setSending = (source: 'microphone' | 'camera', sending: boolean) => {
    change({ [source]: { id: trackId(`${id}-${source}`), sending } });
    if (source === 'microphone' && !sending) stage.level(id, 0);
  };

  // The script may move on before the pass is signed: the last word counts.
  let intended = goal;
  const arrived = correspondent.token.then((signed) => {
    token = signed;
    move(intended);
  });
  const goes = (next: Place) => {
    intended = next;
    if (place !== 'arriving') move(next);
  };

  const person: FakePerson = {
    id,
    sub: identity.sub,
    role: identity.role,
    pseudonym: identity.name,
    get place() {
      return place;
    },
    arrived,
    get received() {
      return correspondent.received();
    },
    get timesAskedToUnmute() {
      return timesAsked;
    },
    get unmuted() {
      return state.microphone?.sending ?? false;
    },
    mutes: () => {
      setSending('microphone', false);
    },
    unmutes: () => {
      setSending('microphone', true);
    },
    turnsCameraOn: () => {
      setSending('camera', true);
    },
    turnsCameraOff: () => {
      setSending('camera', false);
    },
    sharesScreen: () => {
      change({ screen: { id: trackId(`${id}-screen`), sending: true } });
    },
    stopsSharing: () => {
      change({ screen: null });
    },
    raisesHand: () => {
      change({ handRaised: true });
    },
    lowersHand: () => {
      change({ handRaised: false });
    },
    speaks: (level) => {
      stage.level(id, level);
      if (level > 0) stage.tell({ activeSpeaker: id });
    },
    isReceived: (quality) => {
      change({ quality });
    },
    enters: () => {
      goes('inside');
    },
    leaves: () => {
      goes('gone');
    },
    mutesYou: () => {
      stage.muteYou(id);
    },
    asksYouToUnmute: () => {
      stage.notify({ type: 'asked-to-unmute', by: id });
    },
    says: correspondent.says,
    opens: correspondent.opens,
    get askedToAgree() {
      return asked;
    },
    agrees,
    withdraws: async (from = 'recording') => {
      agreed.delete(from);
      await correspondent.tells({ type: 'withdraw', from });
    },
    asksToAgree: async (to = 'recording') => {
      await agrees(to);
      round += 1;
      await correspondent.tells({ type: 'control', control: 'ask', for: to, text: consentText(to), round });
    },
    sendsBytes: send,
    repeatsEverything: () => {
      for (const bytes of [...sent]) stage.hand(id, bytes);
    },
    stopsListening: () => {
      listening = false;
    },
    listensAgain: () => {
      listening = true;
    },
  };

  return {
    person,
    place: () => place,
    move: goes,
    participant: () => ({
      id,
      name: options.shownAs ?? identity.name,
      claims: claims(),
      admitted: place === 'inside',
      ...state,
    }),
    knock: () => ({
      id,
      name: options.shownAs ?? identity.name,
      claims: claims(),
      keptWaiting: place === 'kept waiting',
      since,
    }),
    muted: () => {
      setSending('microphone', false);
    },
    askedToUnmute: () => {
      timesAsked += 1;
    },
    meets: correspondent.meets,
    parts: correspondent.parts,
    countsAgain: () => {
      if (place !== 'inside') return;
      // Told again when they come in, should the page not be there yet.
      for (const subject of agreed) void saysThatAllAgreed(subject).catch(() => undefined);
    },
    takes: (bytes) => {
      if (listening) correspondent.takes(bytes);
    },
  };
}
