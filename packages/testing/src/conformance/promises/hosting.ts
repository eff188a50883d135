import { expect } from 'vitest';
import type { Chapter } from '../chapter.ts';

/** What a clinician may do to others, and nobody else. */
export const hosting: Chapter = {
  title: 'hosting',
  declare: (promise) => {
    promise('the clinician mutes somebody, who is told and can unmute themselves', ['mute'], async ({ gathering }) => {
      const { clinician, patient } = await gathering.talks();
      const id = await clinician.finds(patient);
      await clinician.sees('the microphone', ({ participants }) => participants[id]?.microphone?.sending === true);
      await clinician.perform({ type: 'mute', participant: id });
      const clinicianId = await patient.finds(clinician);
      await patient.isTold('by whom', (notice) => notice.type === 'muted-by' && notice.by === clinicianId);
      await patient.sees('that they are muted', () => !patient.sends('microphone'));
      await clinician.sees('the mute', ({ participants }) => participants[id]?.microphone?.sending === false);
      await patient.perform({ type: 'setMicrophone', on: true });
      await clinician.sees(
        'the microphone again',
        ({ participants }) => participants[id]?.microphone?.sending === true,
      );
    });

    promise('asking to unmute asks, and starts nothing', ['askToUnmute', 'setMicrophone'], async ({ gathering }) => {
      const { clinician, patient } = await gathering.talks();
      const id = await clinician.finds(patient);
      await patient.perform({ type: 'setMicrophone', on: false });
      await clinician.perform({ type: 'askToUnmute', participant: id });
      await patient.isTold('the question', (notice) => notice.type === 'asked-to-unmute');
      expect(patient.sends('microphone')).toBe(false);
      expect(clinician.view().participants[id]?.microphone?.sending ?? false).toBe(false);
    });

    promise('a raised hand is seen, and lowered', ['raiseHand'], async ({ gathering }) => {
      const clinician = await gathering.hosts();
      const patient = await gathering.admits(clinician, 'patient');
      const id = await clinician.finds(patient);
      await patient.perform({ type: 'raiseHand', raised: true });
      await clinician.sees('the hand', ({ participants }) => participants[id]?.handRaised === true);
      await patient.sees('their own hand', ({ self }) => self.handRaised);
      await patient.perform({ type: 'raiseHand', raised: false });
      await clinician.sees('no hand', ({ participants }) => participants[id]?.handRaised === false);
    });

    promise('a locked room lets nobody else ask, and says so', ['lock', 'knock'], async ({ gathering }) => {
      const clinician = await gathering.hosts();
      const patient = await gathering.admits(clinician, 'patient');
      await clinician.perform({ type: 'lock', locked: true });
      await Promise.all([clinician, patient].map((peer) => peer.sees('the lock', ({ room }) => room.locked === true)));
      const late = await gathering.brings('family');
      const attempt = async () => {
        await late.connect();
        await late.perform({ type: 'knock' });
      };
      await expect(attempt()).rejects.toMatchObject({ name: 'RoomError', code: 'room-locked' });

      await clinician.perform({ type: 'lock', locked: false });
      await clinician.sees('the open door', ({ room }) => room.locked === false);
      await clinician.hearsKnockOf(await gathering.knocks('interpreter'));
    });

    promise(
      'somebody removed is out, and does not come in again by themselves',
      ['remove', 'knock'],
      async ({ gathering }) => {
        const { clinician, patient } = await gathering.talks();
        const id = await clinician.finds(patient);
        await clinician.perform({ type: 'remove', participant: id });
        await patient.sees('the end', () => patient.ended() === 'removed');
        await clinician.sees('that they are gone', ({ participants }) => participants[id] === undefined);
        await patient.close('ended');

        const again = async () => {
          await patient.connect();
          await patient.perform({ type: 'knock' });
          expect(patient.view().self.admission).not.toBe('admitted');
        };
        await again().catch(() => undefined);
        expect(Object.keys(clinician.view().participants)).toEqual([]);
      },
    );

    promise('the visit ends for everybody', ['endForEveryone'], async ({ gathering }) => {
      const { clinician, patient } = await gathering.talks();
      const waiting = await gathering.knocks('family');
      await clinician.hearsKnockOf(waiting);
      await clinician.perform({ type: 'endForEveryone' }).catch(() => undefined);
      for (const peer of [clinician, patient, waiting]) {
        await peer.sees('the end', () => peer.ended() === 'ended-for-everyone');
      }
    });

    promise(
      'nobody but the clinician hosts, whatever their page asks',
      ['admit', 'remove', 'mute'],
      async ({ gathering }) => {
        const { clinician, patient } = await gathering.talks();
        const waiting = await gathering.knocks('family');
        const waitingId = await clinician.hearsKnockOf(waiting);
        const clinicianId = await patient.finds(clinician);
        const { locked } = clinician.view().room;
        const attempts = [
          { type: 'admit', participant: waitingId },
          { type: 'keepWaiting', participant: waitingId },
          { type: 'decline', participant: waitingId },
          { type: 'remove', participant: clinicianId },
          { type: 'mute', participant: clinicianId },
          { type: 'askToUnmute', participant: clinicianId },
          { type: 'lock', locked: true },
          { type: 'endForEveryone' },
        ] as const;
        for (const action of attempts) {
          await expect(patient.perform(action), action.type).rejects.toMatchObject({ name: 'RoomError' });
        }
        await expect(waiting.perform({ type: 'admit', participant: waitingId })).rejects.toMatchObject({
          name: 'RoomError',
        });

        await clinician.perform({ type: 'keepWaiting', participant: waitingId });
        await waiting.sees('that they wait', ({ self }) => self.admission === 'kept-waiting');
        expect(clinician.ended()).toBeNull();
        expect(clinician.notices).toEqual([]);
        expect(clinician.sends('microphone')).toBe(true);
        expect(clinician.view().room.locked).toBe(locked);
      },
    );

    promise('everybody knows of a recording as long as it runs', ['setRecording'], async ({ gathering }) => {
      const { clinician, patient } = await gathering.talks();
      for (const on of [true, false]) {
        await clinician.perform({ type: 'setRecording', on });
        for (const peer of [clinician, patient])
          await peer.sees(`recording: ${String(on)}`, ({ room }) => room.recording === on);
      }
    });

    promise('everybody knows of captions as long as they run', ['setCaptions'], async ({ gathering }) => {
      const { clinician, patient } = await gathering.talks();
      for (const on of [true, false]) {
        await clinician.perform({ type: 'setCaptions', on });
        for (const peer of [clinician, patient])
          await peer.sees(`captions: ${String(on)}`, ({ room }) => room.captions === on);
      }
    });

    promise('whether the room is recorded, captioned or streamed is known', [], async ({ gathering }) => {
      const { room } = (await gathering.hosts()).view();
      expect([room.recording, room.captions, room.streaming]).toEqual([false, false, false]);
    });

    promise('acting on somebody who left says so', ['mute', 'askToUnmute', 'remove'], async ({ gathering }) => {
      const clinician = await gathering.hosts();
      const patient = await gathering.admits(clinician, 'patient');
      const id = await clinician.finds(patient);
      await patient.close('left');
      await clinician.sees('that they are gone', ({ participants }) => participants[id] === undefined);
      await expect(clinician.perform({ type: 'mute', participant: id })).rejects.toMatchObject({
        code: 'participant-gone',
      });
    });
  },
};
