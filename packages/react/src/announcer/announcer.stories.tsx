import { visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { Announcer as AnnouncerPart } from './announcer.tsx';

const meta: Meta = { title: 'Announcer', component: AnnouncerPart };
export default meta;

/** Nothing of it can be seen: it is heard. */
export const HandRaised = scenarioStory(visitOfTwo, <AnnouncerPart />, {
  play: async ({ people }, { canvasElement }) => {
    people.other.raisesHand();
    await waitFor(() =>
      expect(canvasElement.querySelector('[aria-live=polite]')?.textContent).toContain('raised a hand.'),
    );
  },
});
