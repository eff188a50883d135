import { visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import type { Translate } from '../messages-catalogue/catalogue.ts';
import { RosterName } from '../roster-name/roster-name.tsx';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { LeaveControl } from '../toolbar/leave-controls.tsx';
import { VisitProvider } from './visit-provider.tsx';

const meta: Meta = { title: 'VisitProvider', component: VisitProvider };
export default meta;

const parts = (
  <div role="toolbar" aria-label="Your own">
    <RosterName of="self" />
    <LeaveControl />
  </div>
);

/** The clinic’s own word for one phrase; every other comes from the catalogue. */
const ownWord: Translate = (key) => (key === 'toolbar.leave' ? 'Hang up' : undefined);

export const OwnLayout = scenarioStory(visitOfTwo, parts);
export const OwnWords = scenarioStory(visitOfTwo, parts, {
  translate: ownWord,
  play: async (_scenario, { canvasElement }) => {
    await expect(within(canvasElement).getByRole('button', { name: /^Hang up/ })).toBeVisible();
  },
});
