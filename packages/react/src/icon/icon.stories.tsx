import { readyPatient } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { Icon, type IconName } from './icon.tsx';

const meta: Meta = { title: 'Icon', component: Icon };
export default meta;

const names: Readonly<Record<IconName, true>> = {
  microphone: true,
  microphoneOff: true,
  camera: true,
  cameraOff: true,
  share: true,
  stopSharing: true,
  chat: true,
  people: true,
  person: true,
  hand: true,
  settings: true,
  leave: true,
  end: true,
  close: true,
  warning: true,
  info: true,
  check: true,
  retry: true,
  sound: true,
  send: true,
  verified: true,
  lock: true,
  unlock: true,
  covered: true,
  waiting: true,
  shield: true,
  door: true,
  weakConnection: true,
  remove: true,
};

export const Every = scenarioStory(
  readyPatient,
  <div className="qr-row">
    {Object.keys(names).map((name) => (
      <span key={name} className="qr-row">
        <Icon name={name as IconName} />
        <code>{name}</code>
      </span>
    ))}
  </div>,
);

/** Where no words beside it say what it means. */
export const WithALabel = scenarioStory(readyPatient, <Icon name="warning" label="Warning" size={48} />, {
  play: async (_scenario, { canvasElement }) => {
    await expect(within(canvasElement).getByRole('img', { name: 'Warning' })).toBeVisible();
  },
});
