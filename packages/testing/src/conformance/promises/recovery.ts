import { expect } from 'vitest';
import type { Chapter } from '../chapter.ts';
import { eventually } from '../eventually.ts';
import { nothingHeld } from '../leak-watch.ts';

/** What is lost comes back, as the same people. */
export const recovery: Chapter = {
  title: 'recovery',
  declare: (promise) => {
    promise(
      'a dropped link is said, and comes back with the same people in the same picture',
      ['faults', 'publish'],
      async ({ gathering, subject }) => {
        const { clinician, patient } = await gathering.talks();
        const [patientId, clinicianId] = [await clinician.finds(patient), await patient.finds(clinician)];
        const sight = await clinician.looksAt(patient, 'camera');
        await sight.shows(patient.colour);
        const own = [clinician.id(), patient.id()];

        await subject.faults?.dropRelay();
        await clinician.sees('the interruption', ({ link }) => link === 'interrupted');
        await patient.sees('the interruption', ({ link }) => link === 'interrupted');
        await subject.faults?.restoreRelay();
        await clinician.sees('the link', ({ link }) => link === 'up');
        await patient.sees('the link', ({ link }) => link === 'up');

        expect([clinician.id(), patient.id()]).toEqual(own);
        expect(await clinician.finds(patient)).toBe(patientId);
        expect(await patient.finds(clinician)).toBe(clinicianId);
        expect(clinician.view().self.admission).toBe('admitted');
        expect(patient.view().self.admission).toBe('admitted');
        const again = await clinician.looksAt(patient, 'camera');
        await again.shows(patient.colour);
        await again.moves();
        await clinician.deliver(patientId, Uint8Array.of(1, 2, 3));
        await patient.sees('an envelope', () => patient.received.length === 1);
        await patient.perform({ type: 'raiseHand', raised: true });
        await clinician.sees('the hand', ({ participants }) => participants[patientId]?.handRaised === true);
        again.detach();
        sight.detach();
      },
    );

    promise(
      'somebody who waits keeps their place through a dropped link',
      ['faults', 'knock', 'admit'],
      async ({ gathering, subject }) => {
        const clinician = await gathering.hosts();
        const patient = await gathering.knocks('patient');
        const id = await clinician.hearsKnockOf(patient);
        await subject.faults?.dropRelay();
        await patient.sees('the interruption', ({ link }) => link === 'interrupted');
        await clinician.sees('the interruption', ({ link }) => link === 'interrupted');
        await subject.faults?.restoreRelay();
        await Promise.all([clinician, patient].map((peer) => peer.sees('the link', ({ link }) => link === 'up')));
        const again = await clinician.hearsKnockOf(patient);
        // A vendor's door knows a line, not a person: it may call them by another id.
        if (subject.door !== 'vendor') expect(again).toBe(id);
        expect(Object.keys(clinician.view().knocks)).toEqual([again]);
        await clinician.perform({ type: 'admit', participant: again });
        await patient.sees('that they are inside', ({ self }) => self.admission === 'admitted');
      },
    );

    promise(
      'closing while reconnecting leaves nothing behind',
      ['faults', 'publish'],
      async ({ gathering, subject, held }) => {
        const { clinician, patient } = await gathering.talks();
        await subject.faults?.dropRelay();
        await clinician.sees('the interruption', ({ link }) => link === 'interrupted');
        await Promise.all([clinician.close('left'), patient.close('left')]);
        await subject.faults?.restoreRelay();
        await eventually('nothing is held', () => JSON.stringify(held()) === JSON.stringify(nothingHeld), held);
      },
    );
  },
};
