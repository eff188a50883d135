import { createOpaqueId } from '@quietroom/core';
import { expect } from 'vitest';
import type { Chapter } from '../chapter.ts';

/** Who is let in, and what they learn before. */
export const waitingRoom: Chapter = {
  title: 'the waiting room',
  declare: (promise) => {
    promise('connecting publishes nothing and opens no device', [], async ({ gathering }) => {
      const clinician = await gathering.hosts();
      const patient = await gathering.admits(clinician, 'patient');
      const id = await clinician.finds(patient);
      await patient.finds(clinician);
      expect(patient.media.opened).toEqual([]);
      expect(clinician.media.opened).toEqual([]);
      const seen = clinician.view().participants[id];
      expect([seen?.microphone?.sending, seen?.camera?.sending, seen?.screen?.sending]).not.toContain(true);
    });

    promise(
      'somebody who connects has their id and stands outside until they knock',
      ['knock'],
      async ({ gathering }) => {
        const patient = await gathering.connects('patient');
        expect(patient.id()).toBeTruthy();
        expect(patient.view().self.admission).toBe('outside');
        await patient.perform({ type: 'knock' });
        await patient.sees('their request', ({ self }) => self.admission === 'knocking');
      },
    );

    promise('a clinician sees who knocks, and since when', ['knock'], async ({ gathering, subject }) => {
      const clinician = await gathering.hosts();
      const before = Date.now();
      const patient = await gathering.knocks('patient');
      const id = await clinician.hearsKnockOf(patient);
      const knock = clinician.view().knocks[id];
      // A vendor's door passes on a name; only where the pass is shown there is the role known.
      const claims = subject.door === 'vendor' ? {} : { role: 'patient' };
      expect(knock).toMatchObject({ keptWaiting: false, claims });
      expect(Math.abs((knock?.since ?? 0) - before)).toBeLessThan(10_000);
    });

    promise('a knock that came before the clinician is there when they come', ['knock'], async ({ gathering }) => {
      const patient = await gathering.knocks('patient');
      const clinician = await gathering.hosts();
      await clinician.hearsKnockOf(patient);
    });

    promise('who is admitted is inside for everybody', ['knock', 'admit'], async ({ gathering }) => {
      const clinician = await gathering.hosts();
      const patient = await gathering.admits(clinician, 'patient');
      const id = await clinician.finds(patient);
      expect(clinician.view().participants[id]?.admitted).toBe(true);
      await clinician.sees('nobody at the door', ({ knocks }) => Object.keys(knocks).length === 0);
      await patient.finds(clinician);
    });

    promise('a request is withdrawn', ['knock', 'cancelKnock'], async ({ gathering }) => {
      const clinician = await gathering.hosts();
      const patient = await gathering.knocks('patient');
      await clinician.hearsKnockOf(patient);
      await patient.perform({ type: 'cancelKnock' });
      await patient.sees('that they are outside', ({ self }) => self.admission === 'outside');
      await clinician.sees('nobody at the door', ({ knocks }) => Object.keys(knocks).length === 0);
    });

    promise(
      'somebody is kept waiting, and admitted later',
      ['knock', 'keepWaiting', 'admit'],
      async ({ gathering }) => {
        const clinician = await gathering.hosts();
        const patient = await gathering.knocks('patient');
        const id = await clinician.hearsKnockOf(patient);
        await clinician.perform({ type: 'keepWaiting', participant: id });
        await patient.sees('that they are kept waiting', ({ self }) => self.admission === 'kept-waiting');
        await clinician.sees('that they wait', ({ knocks }) => knocks[id]?.keptWaiting === true);
        await clinician.perform({ type: 'admit', participant: id });
        await patient.sees('that they are inside', ({ self }) => self.admission === 'admitted');
      },
    );

    promise('somebody is declined', ['knock', 'decline'], async ({ gathering, held }) => {
      const clinician = await gathering.hosts();
      const patient = await gathering.knocks('patient');
      await clinician.perform({ type: 'decline', participant: await clinician.hearsKnockOf(patient) });
      await patient.sees('the end', () => patient.ended() === 'declined');
      await clinician.sees('nobody at the door', ({ knocks }) => Object.keys(knocks).length === 0);
      await patient.close('ended');
      expect(held().sockets).toBeLessThanOrEqual(1);
    });

    promise(
      'the unadmitted learn nothing of the others, not even how many there are, and reach nobody',
      ['knock', 'admit', 'cancelKnock'],
      async ({ gathering }) => {
        const { clinician, patient } = await gathering.talks();
        const stranger = await gathering.knocks('family');
        const strangerId = await clinician.hearsKnockOf(stranger);

        await patient.perform({ type: 'raiseHand', raised: true });
        await patient.perform({ type: 'setMicrophone', on: false });
        const patientId = await clinician.finds(patient);
        await clinician.sees('the hand', ({ participants }) => participants[patientId]?.handRaised === true);
        await clinician.deliver(patientId, new Uint8Array([7, 7, 7]));
        await patient.sees('the message', () => patient.received.length === 1);
        await expect(clinician.deliver(strangerId, new Uint8Array([8, 8, 8]))).rejects.toThrow();
        await expect(stranger.deliver(clinician.id(), new Uint8Array([9, 9, 9]))).rejects.toThrow();
        await stranger.perform({ type: 'publish' }).catch(() => undefined);
        await stranger.perform({ type: 'setCamera', on: true }).catch(() => undefined);

        // Answered by the room, so everything it had to say before has arrived.
        await stranger.perform({ type: 'cancelKnock' });
        await stranger.sees('that they are outside', ({ self }) => self.admission === 'outside');
        expect(stranger.patches.flatMap(({ participants }) => Object.keys(participants ?? {}))).toEqual([]);
        expect(stranger.patches.flatMap(({ knocks }) => Object.keys(knocks ?? {}))).toEqual([]);
        expect(stranger.view().activeSpeaker).toBeNull();
        expect(stranger.received).toEqual([]);
        expect(stranger.levelsHeard()).toBe(0);
        expect(Object.values(stranger.view().self.sending)).not.toContain(true);
        expect(clinician.received).toEqual([]);
        expect(Object.keys(clinician.view().participants)).toEqual([patientId]);
      },
    );

    promise('one who waits learns nothing of another who waits', ['knock', 'cancelKnock'], async ({ gathering }) => {
      const one = await gathering.knocks('patient');
      const other = await gathering.knocks('patient');
      await one.perform({ type: 'cancelKnock' });
      await other.perform({ type: 'cancelKnock' });
      for (const { patches } of [one, other]) {
        expect(patches.flatMap(({ participants, knocks }) => Object.keys({ ...participants, ...knocks }))).toEqual([]);
      }
    });

    promise('people in another room are never seen', ['knock', 'admit'], async ({ gathering }) => {
      const { clinician, patient } = await gathering.talks();
      const elsewhere = await gathering.brings('clinician', { visit: createOpaqueId(crypto) });
      await elsewhere.connect();
      await elsewhere.sees('that they are inside', ({ self }) => self.admission === 'admitted');
      await elsewhere.perform({ type: 'raiseHand', raised: true });
      expect(Object.keys(elsewhere.view().participants)).toEqual([]);
      const patientId = await clinician.finds(patient);
      await expect(elsewhere.deliver(patientId, new Uint8Array([1]))).rejects.toThrow();
      await expect(elsewhere.perform({ type: 'remove', participant: patientId })).rejects.toThrow();
      expect(Object.keys(clinician.view().participants)).toEqual([patientId]);
      expect(patient.received).toEqual([]);
    });
  },
};
