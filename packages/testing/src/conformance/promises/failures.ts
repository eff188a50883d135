import { createOpaqueId } from '@quietroom/core';
import { expect } from 'vitest';
import type { Chapter } from '../chapter.ts';
import { eventually } from '../eventually.ts';
import { nothingHeld } from '../leak-watch.ts';

/** Each failure has its name, and leaves nothing behind. */
export const failures: Chapter = {
  title: 'failures',
  declare: (promise) => {
    promise('a pass that has expired', ['pass'], async ({ gathering, held }) => {
      const patient = await gathering.brings('patient');
      const attempt = patient.connect({ token: () => patient.pass({ expires: Date.now() - 60_000 }) });
      await expect(attempt).rejects.toMatchObject({ name: 'RoomError', code: 'pass-expired' });
      await eventually('nothing is held', () => JSON.stringify(held()) === JSON.stringify(nothingHeld), held);
    });

    promise(
      'a pass that is none, of another visit, or of somebody else’s key',
      ['pass'],
      async ({ gathering, held }) => {
        const patient = await gathering.brings('patient');
        const other = await gathering.brings('patient');
        const tokens = [
          () => Promise.resolve('not.a.pass'),
          () => patient.pass({ visit: createOpaqueId(crypto) }),
          () => other.pass(),
        ];
        for (const token of tokens) {
          await expect(patient.connect({ token })).rejects.toMatchObject({ name: 'RoomError', code: 'pass-refused' });
        }
        await eventually('nothing is held', () => JSON.stringify(held()) === JSON.stringify(nothingHeld), held);
      },
    );

    promise('a token that cannot be had', ['pass'], async ({ gathering, held }) => {
      const patient = await gathering.brings('patient');
      const attempt = patient.connect({ token: () => Promise.reject(new Error('The clinic’s server said no.')) });
      await expect(attempt).rejects.toMatchObject({ name: 'RoomError' });
      await eventually('nothing is held', () => JSON.stringify(held()) === JSON.stringify(nothingHeld), held);
    });

    promise('a server that does not answer', ['unreachable'], async ({ gathering, subject, held }) => {
      const { createUnreachableAdapter } = subject;
      if (createUnreachableAdapter === undefined) return;
      const patient = await gathering.brings('patient');
      const lost = await gathering.brings('patient');
      await expect(patient.connect({ through: createUnreachableAdapter(gathering.visit) })).rejects.toMatchObject({
        name: 'RoomError',
        code: 'room-unreachable',
      });
      const abort = new AbortController();
      const attempt = lost.connect({ through: createUnreachableAdapter(gathering.visit), signal: abort.signal });
      abort.abort();
      await expect(attempt).rejects.toMatchObject({ name: 'RoomError' });
      await eventually('nothing is held', () => JSON.stringify(held()) === JSON.stringify(nothingHeld), held);
    });

    promise('a room that is full', ['capacity'], async ({ gathering, subject }) => {
      const clinician = await gathering.hosts();
      for (let inside = 1; inside < (subject.capacity ?? 0); inside += 1) await gathering.admits(clinician, 'family');
      const late = await gathering.brings('patient');
      const attempt = async () => {
        await late.connect();
        await late.perform({ type: 'knock' });
      };
      await expect(attempt()).rejects.toMatchObject({ name: 'RoomError', code: 'room-full' });
      expect(Object.keys(clinician.view().participants)).toHaveLength((subject.capacity ?? 0) - 1);
    });

    promise('an action the provider does not have', [], async ({ gathering, subject }) => {
      const { capabilities } = subject.createAdapter(gathering.visit);
      const clinician = await gathering.hosts();
      for (const action of [
        { type: 'setRecording', on: true },
        { type: 'setCaptions', on: true },
      ] as const) {
        if (capabilities.has(action.type)) continue;
        await expect(clinician.perform(action)).rejects.toMatchObject({ name: 'RoomError', code: 'not-supported' });
      }
    });
  },
};
