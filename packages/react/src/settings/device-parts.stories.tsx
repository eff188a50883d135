import { readyPatient, until, type FakeRoomOptions } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { afterwards } from '../../test/afterwards.ts';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { createSilentAudioContext } from '../../test/silent-audio.ts';
import { CameraPreview } from './camera-preview.tsx';
import { DeviceChoice } from './device-choice.tsx';
import { MicrophoneMeter } from './microphone-meter.tsx';
import { SpeakerTest } from './speaker-test.tsx';

const meta: Meta = {
  title: 'Device parts',
  component: DeviceChoice,
  subcomponents: { CameraPreview, MicrophoneMeter, SpeakerTest },
};
export default meta;

const withCamera = (options: FakeRoomOptions) =>
  afterwards(readyPatient(options), ({ visit }) => visit.media.prepare('camera'));
const withMicrophone = (options: FakeRoomOptions) =>
  afterwards(readyPatient(options), ({ visit }) => visit.media.prepare('microphone'));

export const PreviewOff = scenarioStory(readyPatient, <CameraPreview />);
export const PreviewOpening = scenarioStory(
  (options) => {
    const ready = readyPatient(options);
    ready.room.devices.waitsForAnswer('camera');
    return afterwards(ready, ({ visit }) => {
      void visit.media.prepare('camera');
    });
  },
  <CameraPreview />,
);
export const PreviewOn = scenarioStory(withCamera, <CameraPreview />, {
  play: async (_scenario, { canvasElement }) => {
    await expect(await within(canvasElement).findByLabelText('Your own camera picture')).toBeVisible();
  },
});

export const ChooseCamera = scenarioStory(withCamera, <DeviceChoice kind="camera" />, {
  play: async ({ visit }, { canvasElement, userEvent }) => {
    await userEvent.selectOptions(await within(canvasElement).findByRole('combobox'), 'Document camera');
    await until(visit.media.state, ({ selected }) => selected.camera === 'camera-2');
  },
});
export const ChooseSpeaker = scenarioStory(readyPatient, <DeviceChoice kind="speaker" />);
export const NothingToChooseFrom = scenarioStory(readyPatient, <DeviceChoice kind="camera" />);

export const MicrophoneHeard = scenarioStory(withMicrophone, <MicrophoneMeter />);
export const MicrophoneSilent = scenarioStory(
  (options) => withMicrophone({ environment: { createAudioContext: createSilentAudioContext }, ...options }),
  <MicrophoneMeter />,
);

export const SpeakerUntested = scenarioStory(readyPatient, <SpeakerTest />);
export const SpeakerTested = scenarioStory(readyPatient, <SpeakerTest />, {
  play: async (_scenario, { canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button'));
    await expect(await canvas.findByText(/./, { selector: '[role=status]' })).toBeVisible();
  },
});
