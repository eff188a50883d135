import { maximumEnvelopeBytes } from '@quietroom/core';
import { expect } from 'vitest';
import type { Chapter } from '../chapter.ts';

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** Bytes from one person to one other. */
export const envelopes: Chapter = {
  title: 'envelopes',
  declare: (promise) => {
    promise('reach their recipient byte for byte, and nobody else', [], async ({ gathering }) => {
      const clinician = await gathering.hosts();
      const patient = await gathering.admits(clinician, 'patient');
      const family = await gathering.admits(clinician, 'family');
      const [toPatient, fromClinician] = [await clinician.finds(patient), await patient.finds(clinician)];
      await family.finds(patient);
      const sent = [random(1), random(256), random(maximumEnvelopeBytes)];
      for (const bytes of sent) await clinician.deliver(toPatient, bytes);
      await patient.sees('the envelopes', () => patient.received.length === sent.length);
      expect(patient.received).toEqual(sent.map((bytes) => ({ from: fromClinician, bytes })));

      // The same path again, so anything that went astray has arrived by now.
      await patient.deliver(await patient.finds(family), new Uint8Array([1]));
      await family.sees('their own', () => family.received.length > 0);
      expect(family.received).toHaveLength(1);
      expect(clinician.received).toEqual([]);
    });

    promise('arrive in the order in which they were sent, a hundred at once', [], async ({ gathering }) => {
      const clinician = await gathering.hosts();
      const patient = await gathering.admits(clinician, 'patient');
      const id = await clinician.finds(patient);
      await patient.finds(clinician);
      const numbers = Array.from({ length: 100 }, (_, index) => index);
      await Promise.all(numbers.map((index) => clinician.deliver(id, Uint8Array.of(index, ...random(500)))));
      await patient.sees('all of them', () => patient.received.length === numbers.length);
      expect(patient.received.map(({ bytes }) => bytes[0])).toEqual(numbers);
    });

    promise('go both ways at the same time', [], async ({ gathering }) => {
      const clinician = await gathering.hosts();
      const patient = await gathering.admits(clinician, 'patient');
      const [toPatient, toClinician] = [await clinician.finds(patient), await patient.finds(clinician)];
      await Promise.all([clinician.deliver(toPatient, random(900)), patient.deliver(toClinician, random(900))]);
      await clinician.sees('theirs', () => clinician.received.length === 1);
      await patient.sees('theirs', () => patient.received.length === 1);
    });

    promise('to somebody unknown or gone are refused', [], async ({ gathering }) => {
      const clinician = await gathering.hosts();
      const patient = await gathering.admits(clinician, 'patient');
      const id = await clinician.finds(patient);
      const outsider = await gathering.connects('family');
      await expect(clinician.deliver(outsider.id(), random(10))).rejects.toMatchObject({ name: 'RoomError' });
      await patient.close('left');
      await clinician.sees('that they are gone', ({ participants }) => participants[id] === undefined);
      await expect(clinician.deliver(id, random(10))).rejects.toMatchObject({ code: 'participant-gone' });
    });

    promise('longer than allowed are refused, and the next one arrives', [], async ({ gathering }) => {
      const clinician = await gathering.hosts();
      const patient = await gathering.admits(clinician, 'patient');
      const id = await clinician.finds(patient);
      await expect(clinician.deliver(id, random(maximumEnvelopeBytes + 1))).rejects.toMatchObject({
        name: 'RoomError',
      });
      await clinician.deliver(id, Uint8Array.of(5));
      await patient.sees('the next one', () => patient.received.length === 1);
      expect(patient.received[0]?.bytes).toEqual(Uint8Array.of(5));
    });
  },
};
