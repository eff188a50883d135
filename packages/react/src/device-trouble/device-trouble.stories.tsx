import { visitOfTwo, type DeviceTrouble as Trouble } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory, type ScenarioStoryOptions } from '../../test/scenario-story.tsx';
import { DeviceTrouble } from './device-trouble.tsx';

const meta: Meta = { title: 'DeviceTrouble', component: DeviceTrouble };
export default meta;

const part = <DeviceTrouble onChooseDevice={() => undefined} />;

const camera = (trouble: Trouble, options: Pick<ScenarioStoryOptions<never>, 'locale' | 'theme'> = {}) =>
  scenarioStory(visitOfTwo, part, {
    ...options,
    play: async ({ room, visit }, { canvasElement }) => {
      await within(canvasElement).findByRole('status');
      room.devices.fails('camera', trouble);
      await visit.perform({ type: 'setCamera', on: true }).catch(() => undefined);
      await expect((await within(canvasElement).findAllByRole('button'))[0]).toBeVisible();
    },
  });
const screen = (trouble: Trouble) =>
  scenarioStory(visitOfTwo, part, {
    play: async ({ room, visit }, { canvasElement }) => {
      room.devices.fails('screen', trouble);
      await visit.perform({ type: 'shareScreen', on: true }).catch(() => undefined);
      await expect(await within(canvasElement).findByRole('button', { name: 'Go on without sharing' })).toBeVisible();
    },
  });

export const CameraDenied = camera('denied');
export const CameraBlocked = camera('blocked');
export const CameraMissing = camera('missing');
export const CameraBusy = camera('busy');
export const CameraUnsuitable = camera('unsuitable');
export const Arabic = camera('denied', { locale: 'ar' });
export const Dark = camera('busy', { theme: 'dark' });
export const Spanish = camera('denied', { locale: 'es' });
export const ScreenNotShared = screen('denied');
export const ScreenBlocked = screen('blocked');
export const ScreenUnsupported = screen('missing');

export const MicrophoneUnplugged = scenarioStory(visitOfTwo, part, {
  play: async ({ room, visit }, { canvasElement }) => {
    await visit.perform({ type: 'setMicrophone', on: true });
    room.devices.unplugs('microphone-1');
    await expect(await within(canvasElement).findByText('Others cannot hear you.')).toBeVisible();
  },
});
