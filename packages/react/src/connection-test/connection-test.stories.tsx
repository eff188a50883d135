import type { ConnectionReport } from '@quietroom/core';
import { readyPatient } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { scenarioStory, type ScenarioStoryOptions } from '../../test/scenario-story.tsx';
import { ConnectionTest } from './connection-test.tsx';

const meta: Meta = { title: 'ConnectionTest', component: ConnectionTest };
export default meta;

const tested = (connectionTest: ConnectionReport, verdict: RegExp, options: ScenarioStoryOptions<never> = {}) =>
  scenarioStory((options) => readyPatient({ connectionTest, ...options }), <ConnectionTest />, {
    ...options,
    play: async (_, { canvasElement }) => {
      await userEvent.click(await within(canvasElement).findByRole('button'));
      await expect(await within(canvasElement).findByText(verdict)).toBeVisible();
    },
  });

const works: ConnectionReport = {
  server: { outcome: 'reached', milliseconds: 18 },
  stun: { outcome: 'reached', milliseconds: 41 },
  turn: { outcome: 'not-configured' },
};
const unreached: ConnectionReport = {
  server: { outcome: 'unreached' },
  stun: { outcome: 'not-configured' },
  turn: { outcome: 'not-configured' },
};
const strict: ConnectionReport = { ...works, stun: { outcome: 'unreached' }, turn: { outcome: 'unreached' } };

export const Untested = scenarioStory(
  (options) => readyPatient({ connectionTest: works, ...options }),
  <ConnectionTest />,
);
export const Works = tested(works, /reaches the visit/);
export const ServerUnreached = tested(unreached, /does not reach the visit/);
export const NetworkStrict = tested(strict, /hold back picture and sound/);
export const Arabic = tested(works, /يصل إلى الزيارة/, { locale: 'ar' });
export const SpanishDark = tested(strict, /otra red/, { locale: 'es', theme: 'dark' });
