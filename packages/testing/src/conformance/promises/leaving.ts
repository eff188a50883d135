import { expect } from 'vitest';
import type { Chapter, Need, Trial } from '../chapter.ts';
import { eventually } from '../eventually.ts';
import { nothingHeld } from '../leak-watch.ts';
import type { Peer } from '../peer.ts';

/** Each way to stand when somebody closes, alone in the room so that all that is held is theirs. */
const phases: Readonly<Record<string, (trial: Trial) => Promise<Peer>>> = {
  'connected, before knocking': ({ gathering }) => gathering.connects('patient'),
  knocking: ({ gathering }) => gathering.knocks('patient'),
  inside: ({ gathering }) => gathering.hosts(),
  'inside and sending': async ({ gathering }) => {
    const clinician = await gathering.hosts();
    await clinician.perform({ type: 'publish' });
    await clinician.perform({ type: 'shareScreen', on: true }).catch(() => undefined);
    return clinician;
  },
  'inside, opening the camera': async ({ gathering }) => {
    const clinician = await gathering.hosts();
    const opens = clinician.media.holds('camera');
    void clinician.perform({ type: 'setCamera', on: true }).catch(() => undefined);
    await eventually('the camera is asked for', () => clinician.media.opened.includes('camera'));
    const { close } = clinician;
    return {
      ...clinician,
      close: async (reason) => {
        const closing = close(reason);
        opens();
        await closing;
      },
    };
  },
};

/** Leaving always leaves nothing behind. */
export const leaving: Chapter = {
  title: 'leaving',
  declare: (promise) => {
    for (const [phase, reach] of Object.entries(phases)) {
      promise(`closing leaves nothing behind: ${phase}`, [], async (trial) => {
        const peer = await reach(trial);
        await peer.close('left');
        const patches = peer.patches.length;
        await peer.close('left');
        await eventually(
          'nothing is held',
          () => JSON.stringify(trial.held()) === JSON.stringify(nothingHeld),
          trial.held,
        );
        expect(peer.media.live().filter(({ enabled, kind }) => kind === 'video' || enabled)).toEqual([]);
        expect(peer.patches).toHaveLength(patches);
      });
    }

    promise(
      'closing in the middle of a visit leaves nothing behind on either side',
      ['publish'],
      async ({ gathering, held }) => {
        const { clinician, patient } = await gathering.talks();
        const sight = await clinician.looksAt(patient, 'camera');
        await sight.shows(patient.colour);
        const id = await clinician.finds(patient);
        await patient.close('left');
        await clinician.sees('that they are gone', ({ participants }) => participants[id] === undefined);
        sight.detach();
        await clinician.close('left');
        await eventually('nothing is held', () => JSON.stringify(held()) === JSON.stringify(nothingHeld), held);
      },
    );

    promise('somebody who leaves is gone for the others at once', [], async ({ gathering }) => {
      const clinician = await gathering.hosts();
      const patient = await gathering.admits(clinician, 'patient');
      const id = await clinician.finds(patient);
      const left = performance.now();
      await patient.close('left');
      await clinician.sees('that they are gone', ({ participants }) => participants[id] === undefined);
      expect(performance.now() - left).toBeLessThan(1500);
    });

    promise('after closing, nothing more can be asked', [], async ({ gathering }) => {
      const clinician = await gathering.hosts();
      await clinician.close('left');
      await expect(clinician.perform({ type: 'raiseHand', raised: true })).rejects.toMatchObject({
        code: 'not-connected',
      });
    });

    for (const moment of ['before it began', 'at once', 'when the token is asked for', 'a little later'] as const) {
      const needs: readonly Need[] =
        moment === 'when the token is asked for' || moment === 'a little later' ? ['pass'] : [];
      promise(`an aborted attempt leaves nothing behind: ${moment}`, needs, async ({ gathering, held }) => {
        const clinician = await gathering.hosts();
        const before = held();
        const patient = await gathering.brings('patient');
        const abort = new AbortController();
        if (moment === 'before it began') abort.abort();
        const attempt = patient.connect({
          signal: abort.signal,
          token: async () => {
            const token = await patient.pass();
            if (moment === 'when the token is asked for') abort.abort();
            if (moment === 'a little later')
              queueMicrotask(() => {
                abort.abort();
              });
            return token;
          },
        });
        if (moment === 'at once') abort.abort();
        await expect(attempt).rejects.toMatchObject({ name: 'RoomError', code: 'cancelled' });
        await eventually('only the clinician’s connection is held', () => held().sockets <= before.sockets, held);
        expect(held().peerConnections).toBe(before.peerConnections);
        expect(Object.keys(clinician.view().knocks)).toEqual([]);
      });
    }

    promise('the same person can come again', ['knock', 'admit'], async ({ gathering }) => {
      const clinician = await gathering.hosts();
      const patient = await gathering.admits(clinician, 'patient');
      await patient.close('left');
      await patient.connect();
      await patient.perform({ type: 'knock' });
      await clinician.perform({ type: 'admit', participant: await clinician.hearsKnockOf(patient) });
      await clinician.finds(patient);
    });
  },
};
