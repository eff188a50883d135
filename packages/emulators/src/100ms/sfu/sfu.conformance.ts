import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { come, control, dismiss, otherCamera, others, self, together, unheard } from '../../../test/100ms-people.ts';
import { eventually, moves, showing } from '../bare-client/index.ts';
import { withDrawnScreen } from '../bare-client/drawn-screen.ts';
import { redirectHms } from '../redirect/redirect-hms.ts';

beforeAll(() => {
  redirectHms({ origin: inject('hmsUrl') });
});
afterEach(dismiss);

const asked = async (peer: string) =>
  (await control.entries({ peer, way: 'in' })).filter(({ name }) => name === 'prefer-video-track-state');

describe('the media server', () => {
  test('sends a picture only to who shows it, in the size they want', async () => {
    const { clinician, patient } = await together();
    const camera = await otherCamera(clinician);
    expect(await asked(self(clinician).id)).toEqual([]);
    const tile = await showing(clinician.actions, camera, { width: 480, height: 270 });
    await eventually(() => tile.video.videoWidth === 480, 'the whole picture');
    tile.resize({ width: 120, height: 68 });
    await eventually(() => tile.video.videoWidth === 240, 'the small picture');
    tile.resize({ width: 480, height: 270 });
    await eventually(() => tile.video.videoWidth === 480, 'the whole picture again');
    await tile.close();
    await eventually(
      async () => (await asked(self(clinician).id)).some(({ text }) => text.includes('"none"')),
      'nothing more is asked for',
    );
    expect((await asked(self(patient).id)).length).toBe(0);
  });

  test('passes a screen on, without it, and again', async () => {
    const { clinician, patient } = await together(unheard);
    for (const _time of ['once', 'again']) {
      await withDrawnScreen(() => clinician.actions.setScreenShareEnabled(true));
      const { auxiliaryTracks } = others(
        await patient.until((state) => others(state)[0]?.auxiliaryTracks.length === 1),
      )[0]!;
      await patient.until((state) => state.tracks[auxiliaryTracks[0]!] !== undefined);
      await moves(patient.actions, auxiliaryTracks[0]!);
      await clinician.actions.setScreenShareEnabled(false);
      await patient.until((state) => others(state)[0]?.auxiliaryTracks.length === 0);
    }
  });

  test('lets a picture stop and go on', async () => {
    const { clinician, patient } = await together();
    const camera = await otherCamera(clinician);
    await moves(clinician.actions, camera);
    await patient.actions.setLocalVideoEnabled(false);
    await clinician.until((state) => state.tracks[camera]?.enabled === false);
    await patient.actions.setLocalVideoEnabled(true);
    await clinician.until((state) => state.tracks[camera]?.enabled === true);
    await moves(clinician.actions, camera);
  });

  test('carries three who see each other, and goes on when one leaves and another comes', async () => {
    const { room, clinician, patient } = await together();
    const third = await come(room, 'family', 'Family D4D4');
    await clinician.until((state) => others(state).filter(({ videoTrack }) => videoTrack !== undefined).length === 2);
    for (const { videoTrack } of others(clinician.state())) await moves(clinician.actions, videoTrack!);
    await third.end();
    await clinician.until((state) => others(state).length === 1);
    const fourth = await come(room, 'interpreter', 'Interpreter F5F5');
    const { videoTrack } = (await clinician.until(({ peers }) => peers[self(fourth).id]?.videoTrack !== undefined))
      .peers[self(fourth).id]!;
    await clinician.until(({ tracks }) => tracks[videoTrack!] !== undefined);
    await moves(clinician.actions, videoTrack!);
    await moves(clinician.actions, others(clinician.state()).find(({ id }) => id === self(patient).id)!.videoTrack!);
  });

  test('tells who speaks, how loud, and how good connections are', async () => {
    const { room, clinician, patient } = await together();
    const { speakers } = await clinician.until((state) =>
      Object.values(state.speakers).some(({ audioLevel }) => audioLevel > 20),
    );
    expect(Object.keys(speakers).length).toBeGreaterThan(0);
    await control.setQuality(room, self(patient).id, 2);
    await clinician.until(({ connectionQualities }) => connectionQualities[self(patient).id]?.downlinkQuality === 2);
  });
});
