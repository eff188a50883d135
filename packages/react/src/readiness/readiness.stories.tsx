import { createFakeClock, readyClinician, readyPatient, until, type DeviceTrouble } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { createSilentAudioContext } from '../../test/silent-audio.ts';
import { Readiness } from './readiness.tsx';

const meta: Meta = { title: 'Readiness', component: Readiness };
export default meta;

const turnOn = async (canvasElement: HTMLElement) => {
  await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Turn on camera and microphone' }));
};

const trouble = (what: DeviceTrouble, ...sources: ('camera' | 'microphone')[]) =>
  scenarioStory(
    (options) => {
      const scenario = readyPatient(options);
      for (const source of sources) scenario.room.devices.fails(source, what);
      return scenario;
    },
    <Readiness />,
    {
      play: async (_, { canvasElement }) => {
        await turnOn(canvasElement);
        await expect(await within(canvasElement).findByRole('button', { name: 'Try again' })).toBeVisible();
        await expect(within(canvasElement).getByRole('button', { name: 'Ask to join' })).toBeVisible();
      },
    },
  );

export const Patient = scenarioStory(readyPatient, <Readiness />, {
  play: async ({ room }, { canvasElement }) => {
    await expect(within(canvasElement).getByText('Nobody can see or hear you yet.')).toBeVisible();
    await expect(room.devices.asked).toEqual([]);
  },
});
export const Clinician = scenarioStory(readyClinician, <Readiness />);
export const DevicesOn = scenarioStory(readyPatient, <Readiness />, {
  play: async (_, { canvasElement }) => {
    await turnOn(canvasElement);
    await expect(await within(canvasElement).findByLabelText('Your own camera picture')).toBeVisible();
  },
});
export const WaitingForTheBrowser = scenarioStory(
  (options) => {
    const scenario = readyPatient(options);
    scenario.room.devices.waitsForAnswer('camera');
    scenario.room.devices.waitsForAnswer('microphone');
    return scenario;
  },
  <Readiness />,
  {
    play: async (_, { canvasElement }) => {
      await turnOn(canvasElement);
      await expect(await within(canvasElement).findByText(/Waiting for your browser/)).toBeVisible();
    },
  },
);
export const Denied = trouble('denied', 'camera', 'microphone');
export const BlockedBySystem = trouble('blocked', 'camera');
export const Missing = trouble('missing', 'microphone');
export const Busy = trouble('busy', 'camera');
export const Unsuitable = trouble('unsuitable', 'camera');
const silence = createFakeClock();
export const MicrophoneSilent = scenarioStory(
  (options) =>
    readyPatient({ environment: { clock: silence, createAudioContext: createSilentAudioContext }, ...options }),
  <Readiness />,
  {
    play: async ({ visit }, { canvasElement }) => {
      await turnOn(canvasElement);
      await until(visit.media.state, ({ microphone }) => microphone.status === 'on');
      await within(canvasElement).findByText('Say something to test your microphone.');
      silence.advance(6_000);
      await expect(await within(canvasElement).findByText(/We cannot hear anything yet/)).toBeVisible();
    },
  },
);
export const Dark = scenarioStory(readyPatient, <Readiness />, { theme: 'dark' });
export const Spanish = scenarioStory(readyPatient, <Readiness />, { locale: 'es' });
export const Arabic = scenarioStory(readyPatient, <Readiness />, { locale: 'ar' });
