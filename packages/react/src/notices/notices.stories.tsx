import { createFakeClock, until, visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { createSilentAudioContext } from '../../test/silent-audio.ts';
import { Notices } from './notices.tsx';
import { SilentMicrophone } from './silent-microphone.tsx';

const meta: Meta = { title: 'Notices', component: Notices, subcomponents: { SilentMicrophone } };
export default meta;

const notices = <Notices />;

export const AskedToUnmute = scenarioStory(visitOfTwo, notices, {
  play: async ({ people }, { canvasElement }) => {
    people.other.asksYouToUnmute();
    await expect(await within(canvasElement).findByRole('button', { name: 'Unmute microphone' })).toBeVisible();
  },
});

export const MutedBySomebody = scenarioStory(visitOfTwo, notices, {
  play: async ({ people, visit }, { canvasElement }) => {
    await visit.perform({ type: 'setMicrophone', on: true });
    people.other.mutesYou();
    await expect(await within(canvasElement).findByText(/muted your microphone/)).toBeVisible();
  },
});

export const MicrophoneInterrupted = scenarioStory(visitOfTwo, notices, {
  play: async ({ room, visit }, { canvasElement }) => {
    await visit.perform({ type: 'setMicrophone', on: true });
    room.devices.interrupts('microphone');
    await expect(await within(canvasElement).findByText(/interrupted, for example by a phone call/)).toBeVisible();
  },
});

export const CameraInterrupted = scenarioStory(visitOfTwo, notices, {
  play: async ({ room, visit }, { canvasElement }) => {
    await visit.perform({ type: 'setCamera', on: true });
    room.devices.interrupts('camera');
    await expect(await within(canvasElement).findByText(/held back/)).toBeVisible();
  },
});

/** A microphone that is switched off at its own switch is sent, and carries nothing. */
const silence = createFakeClock();
export const MicrophoneCarriesNothing = scenarioStory(
  (options) =>
    visitOfTwo({ environment: { clock: silence, createAudioContext: createSilentAudioContext }, ...options }),
  <SilentMicrophone onChooseDevice={() => undefined} />,
  {
    play: async ({ visit }, { canvasElement }) => {
      await visit.perform({ type: 'setMicrophone', on: true });
      await until(visit.state, ({ self }) => self.sending.microphone);
      silence.advance(31_000);
      await expect((await within(canvasElement).findAllByRole('button'))[0]).toBeVisible();
    },
  },
);
