import { readyPatient, visitOfFour } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { expect } from 'storybook/test';
import fernhill from '../../brands/fernhill.css?inline';
import quayside from '../../brands/quayside.css?inline';
import { scenarioRoomStory } from '../../test/scenario-story.tsx';
import { VideoRoom } from '../video-room/video-room.tsx';

// Not on a docs page: a brand holds for the page it is on.
const meta: Meta = { title: 'Brands', tags: ['!autodocs'] };
export default meta;

const branded = (brand: string, room: ReactNode) => (
  <>
    <style>{brand}</style>
    {room}
  </>
);

const before = (brand: string, theme: 'light' | 'dark', accent: string) =>
  scenarioRoomStory(
    () => readyPatient(),
    ({ visit, room }) => branded(brand, <VideoRoom visit={visit} roster={room.roster} theme={theme} />),
    async (_scenario, { canvas }) => {
      const turnOn = await canvas.findByRole('button', { name: 'Turn on camera and microphone' });
      await expect(getComputedStyle(turnOn).backgroundColor).toBe(accent);
    },
  );

const during = (brand: string) =>
  scenarioRoomStory(
    () => visitOfFour(),
    ({ visit, room }) => branded(brand, <VideoRoom visit={visit} roster={room.roster} />),
  );

export const FernhillBefore = before(fernhill, 'light', 'rgb(44, 101, 54)');
export const FernhillBeforeDark = before(fernhill, 'dark', 'rgb(159, 214, 160)');
export const FernhillVisit = during(fernhill);
export const QuaysideBefore = before(quayside, 'light', 'rgb(29, 63, 143)');
export const QuaysideBeforeDark = before(quayside, 'dark', 'rgb(163, 191, 250)');
export const QuaysideVisit = during(quayside);
/** Who needs more contrast gets it in every brand. */
export const FernhillMoreContrast = scenarioRoomStory(
  () => readyPatient(),
  ({ visit, room }) => branded(fernhill, <VideoRoom visit={visit} roster={room.roster} theme="contrast" />),
  async (_scenario, { canvas }) => {
    const turnOn = await canvas.findByRole('button', { name: 'Turn on camera and microphone' });
    await expect(['rgb(0, 71, 76)', 'rgb(125, 242, 228)']).toContain(getComputedStyle(turnOn).backgroundColor);
  },
);
