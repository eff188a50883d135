import { visitOfFour, visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { SmallWindow } from './small-window.tsx';
import { SmallWindowControl } from './small-window-control.tsx';

const meta: Meta = { title: 'SmallWindow', component: SmallWindowControl };
export default meta;

/** Absent where the browser has no such window. */
export const Control = scenarioStory(
  visitOfTwo,
  <div role="toolbar" aria-label="Visit controls">
    <SmallWindowControl />
  </div>,
);

/** What stands in the window, without the window. */
export const OfFour = scenarioStory(visitOfFour, <SmallWindow />);
