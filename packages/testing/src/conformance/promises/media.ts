import { expect } from 'vitest';
import type { Chapter } from '../chapter.ts';
import { eventually } from '../eventually.ts';
import type { Colour } from '../synthetic-media.ts';

const inverse = ([red, green, blue]: Colour): Colour => [255 - red, 255 - green, 255 - blue];
const audible = 0.1;
const silent = 0.02;

/** Picture and sound, and what is said about them. */
export const media: Chapter = {
  title: 'picture and sound',
  declare: (promise) => {
    promise('each sees the other’s picture move, and not their own', ['publish'], async ({ gathering }) => {
      const { clinician, patient } = await gathering.talks();
      const [one, other] = await Promise.all([
        clinician.looksAt(patient, 'camera'),
        patient.looksAt(clinician, 'camera'),
      ]);
      await one.shows(patient.colour);
      await other.shows(clinician.colour);
      await one.moves();
      await other.moves();
      one.detach();
      expect(one.element.srcObject).toBeNull();
      other.detach();
    });

    promise('three people see one another', ['publish'], async ({ gathering }) => {
      const { clinician, patient } = await gathering.talks();
      const family = await gathering.admits(clinician, 'family');
      await family.perform({ type: 'publish' });
      const sights = await Promise.all([
        family.looksAt(clinician, 'camera'),
        family.looksAt(patient, 'camera'),
        clinician.looksAt(family, 'camera'),
        patient.looksAt(family, 'camera'),
      ]);
      const senders = [clinician, patient, family, family];
      for (const [index, sight] of sights.entries()) await sight.shows(senders[index]?.colour ?? [0, 0, 0]);
      for (const sight of sights) sight.detach();
    });

    promise('a picture shown twice stays in one place when it leaves the other', ['publish'], async ({ gathering }) => {
      const { clinician, patient } = await gathering.talks();
      const [one, other] = [await clinician.looksAt(patient, 'camera'), await clinician.looksAt(patient, 'camera')];
      await one.shows(patient.colour);
      one.detach();
      await other.shows(patient.colour);
      await other.moves();
      other.detach();
    });

    promise('an element goes on showing a track that was off and is on again', ['setCamera'], async ({ gathering }) => {
      const { clinician, patient } = await gathering.talks();
      const id = await clinician.finds(patient);
      const track = () => clinician.view().participants[id]?.camera;
      const sight = await clinician.looksAt(patient, 'camera');
      await sight.shows(patient.colour);
      const before = track()?.id;
      await patient.perform({ type: 'setCamera', on: false });
      await clinician.sees('no camera', () => track()?.sending !== true);
      await patient.perform({ type: 'setCamera', on: true });
      await clinician.sees('the camera again', () => track()?.sending === true);
      // A new track would have to be attached anew, and says so by a new id.
      if (track()?.id === before) await sight.moves();
      sight.detach();
    });

    promise('sound is played in the element it is attached to', ['publish'], async ({ gathering }) => {
      const { clinician, patient } = await gathering.talks();
      const speaker = await clinician.listensTo(patient);
      await eventually(
        'sound that plays',
        () => speaker.element.currentTime > 0.2,
        () => speaker.element.currentTime,
      );
      speaker.detach();
      expect(speaker.element.srcObject).toBeNull();
    });

    promise('only what was wanted is published', ['publish'], async ({ gathering }) => {
      const clinician = await gathering.hosts();
      const patient = await gathering.brings('patient', { wanted: { microphone: true, camera: false } });
      await patient.connect();
      await patient.perform({ type: 'knock' });
      await clinician.perform({ type: 'admit', participant: await clinician.hearsKnockOf(patient) });
      await patient.sees('that they are inside', ({ self }) => self.admission === 'admitted');
      await patient.perform({ type: 'publish' });
      const id = await clinician.finds(patient);
      await clinician.sees('the microphone', ({ participants }) => participants[id]?.microphone?.sending === true);
      expect(clinician.view().participants[id]?.camera?.sending ?? false).toBe(false);
      expect(patient.media.opened).not.toContain('camera');
    });

    promise('muted is what is not being sent', ['setMicrophone'], async ({ gathering }) => {
      const { clinician, patient } = await gathering.talks();
      const id = await clinician.finds(patient);
      const theirs = () => clinician.view().participants[id]?.microphone?.sending;
      await clinician.sees('the microphone', () => theirs() === true);

      await patient.perform({ type: 'setMicrophone', on: false });
      expect(patient.sends('microphone')).toBe(false);
      await clinician.sees('the mute', () => theirs() === false);
      expect(patient.media.live().filter(({ kind, enabled }) => kind === 'audio' && enabled)).toEqual([]);

      await patient.perform({ type: 'setMicrophone', on: true });
      await patient.sees('that they are heard', () => patient.sends('microphone'));
      await clinician.sees('the microphone again', () => theirs() === true);
    });

    promise('a camera that is off is off: the device is let go', ['setCamera'], async ({ gathering }) => {
      const { clinician, patient } = await gathering.talks();
      const id = await clinician.finds(patient);
      await clinician.sees('the camera', ({ participants }) => participants[id]?.camera?.sending === true);
      await patient.perform({ type: 'setCamera', on: false });
      expect(patient.sends('camera')).toBe(false);
      expect(patient.media.live().filter(({ kind }) => kind === 'video')).toEqual([]);
      await clinician.sees('no camera', ({ participants }) => participants[id]?.camera?.sending !== true);

      await patient.perform({ type: 'setCamera', on: true });
      const sight = await clinician.looksAt(patient, 'camera');
      await sight.shows(patient.colour);
      sight.detach();
    });

    promise('another camera is seen after it was chosen', ['selectDevice'], async ({ gathering }) => {
      const { clinician, patient } = await gathering.talks();
      const sight = await clinician.looksAt(patient, 'camera');
      await sight.shows(patient.colour);
      const second: Colour = [20, 200, 200];
      patient.media.choosesCamera(second);
      await patient.perform({ type: 'selectDevice', kind: 'camera', deviceId: 'second' });
      await sight.shows(second);
      sight.detach();
    });

    promise('a microphone that ended is not started again by itself', ['setMicrophone'], async ({ gathering }) => {
      const { clinician, patient } = await gathering.talks();
      const id = await clinician.finds(patient);
      await patient.sees('that they are heard', () => patient.sends('microphone'));
      const openedBefore = patient.media.opened.length;
      patient.media.loses('microphone');
      await patient.sees('that nothing is sent', () => !patient.sends('microphone'));
      await patient.isTold('the loss', (notice) => notice.type === 'source-ended' && notice.source === 'microphone');
      await clinician.sees('the loss', ({ participants }) => participants[id]?.microphone?.sending !== true);
      await patient.perform({ type: 'raiseHand', raised: true });
      await clinician.sees('the hand', ({ participants }) => participants[id]?.handRaised === true);
      expect(patient.media.opened).toHaveLength(openedBefore);
      expect(clinician.view().participants[id]?.microphone?.sending ?? false).toBe(false);
    });

    promise('a device that opens after it was turned off again is not sent', ['setCamera'], async ({ gathering }) => {
      const clinician = await gathering.hosts();
      const patient = await gathering.admits(clinician, 'patient');
      const id = await clinician.finds(patient);
      const opens = patient.media.holds('camera');
      const turningOn = patient.perform({ type: 'setCamera', on: true }).catch(() => undefined);
      await eventually('the camera is asked for', () => patient.media.opened.includes('camera'));
      const turningOff = patient.perform({ type: 'setCamera', on: false });
      opens();
      await Promise.all([turningOn, turningOff]);
      await patient.sees('that nothing is sent', () => !patient.sends('camera'));
      expect(patient.media.live()).toEqual([]);
      expect(clinician.view().participants[id]?.camera?.sending ?? false).toBe(false);
    });

    promise('a shared screen arrives beside the camera, and ends', ['shareScreen'], async ({ gathering }) => {
      const { clinician, patient } = await gathering.talks();
      const id = await patient.finds(clinician);
      await clinician.perform({ type: 'shareScreen', on: true });
      expect(clinician.sends('screen')).toBe(true);
      const [screen, camera] = await Promise.all([
        patient.looksAt(clinician, 'screen'),
        patient.looksAt(clinician, 'camera'),
      ]);
      await screen.shows(inverse(clinician.colour));
      await camera.shows(clinician.colour);
      await clinician.perform({ type: 'shareScreen', on: false });
      await patient.sees('no screen', ({ participants }) => participants[id]?.screen?.sending !== true);
      await camera.moves();
      screen.detach();
      camera.detach();
    });

    promise(
      'a screen share that the browser’s own bar ended is over for everybody',
      ['shareScreen'],
      async ({ gathering }) => {
        const { clinician, patient } = await gathering.talks();
        const id = await patient.finds(clinician);
        await clinician.perform({ type: 'shareScreen', on: true });
        await patient.sees('the screen', ({ participants }) => participants[id]?.screen?.sending === true);
        clinician.media.loses('screen');
        await patient.sees('no screen', ({ participants }) => participants[id]?.screen?.sending !== true);
        expect(clinician.sends('screen')).toBe(false);
      },
    );

    promise(
      'levels rise with the sound, fall with it, and stop with the mute',
      ['publish', 'setMicrophone'],
      async ({ gathering }) => {
        const { clinician, patient } = await gathering.talks();
        const id = await clinician.finds(patient);
        const level = () => clinician.hears(id);
        await eventually('a level', () => (level() ?? 0) > audible, level);
        patient.media.talks(false);
        await eventually('silence', () => (level() ?? 1) < silent, level);
        patient.media.talks(true);
        await eventually('a level again', () => (level() ?? 0) > audible, level);
        await clinician.sees('who speaks', ({ activeSpeaker }) => activeSpeaker === id);
        await patient.perform({ type: 'setMicrophone', on: false });
        await eventually('silence by mute', () => (level() ?? 1) < silent, level);
      },
    );

    promise('how well somebody is received is known', ['publish'], async ({ gathering }) => {
      const { clinician, patient } = await gathering.talks();
      const id = await clinician.finds(patient);
      await clinician.sees('the quality', ({ participants }) => {
        const quality = participants[id]?.quality;
        return quality === 'good' || quality === 'poor';
      });
    });
  },
};
