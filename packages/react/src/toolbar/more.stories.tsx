import { visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory, type ScenarioStoryOptions } from '../../test/scenario-story.tsx';
import { Toolbar } from './toolbar.tsx';

const meta: Meta = { title: 'Toolbar on a phone', component: Toolbar };
export default meta;

const nothing = () => undefined;
const bottom = (
  <div style={{ position: 'absolute', inset: 'auto 0.5rem 0.5rem' }}>
    <Toolbar panel={null} onPanel={nothing} onSettings={nothing} onSafety={nothing} />
  </div>
);
const opened =
  (more: string): NonNullable<ScenarioStoryOptions<ReturnType<typeof visitOfTwo>>['play']> =>
  async (_scenario, { canvasElement, userEvent }) => {
    const button = await within(canvasElement).findByRole('button', { name: more });
    await userEvent.click(button);
    await expect(button).toHaveAttribute('aria-expanded', 'true');
  };

export const InReach = scenarioStory(visitOfTwo, bottom, { size: 'phone320' });
export const MoreOpen = scenarioStory(visitOfTwo, bottom, { size: 'phone320', play: opened('More') });
export const MoreOpenForAClinician = scenarioStory((options) => visitOfTwo({ role: 'clinician', ...options }), bottom, {
  size: 'phone390',
  theme: 'dark',
  play: opened('More'),
});
export const MoreOpenInArabic = scenarioStory(visitOfTwo, bottom, {
  size: 'phone320',
  locale: 'ar',
  play: opened('المزيد'),
});
