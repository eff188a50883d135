import { visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory, type ScenarioStoryOptions } from '../../test/scenario-story.tsx';
import { stagedEffects, type StagedEffect } from '../../test/staged-effect.ts';
import { EffectSwitches } from './effect-switches.tsx';

const meta: Meta = { title: 'EffectSwitches', component: EffectSwitches };
export default meta;

/** Both effects on, after something was done to the blur. */
const both = (
  then: (blur: StagedEffect) => void,
  options: Pick<ScenarioStoryOptions<never>, 'locale' | 'theme'> = {},
  before: (blur: StagedEffect) => void = () => undefined,
) => {
  const { blur, effects } = stagedEffects();
  return scenarioStory(() => visitOfTwo({ effects }), <EffectSwitches />, {
    ...options,
    play: async ({ visit }, { canvasElement }) => {
      blur.works();
      before(blur);
      await visit.perform({ type: 'setCamera', on: true });
      await visit.media.setEffect('noise-suppression', true);
      await visit.media.setEffect('blur', true);
      then(blur);
      await expect((await within(canvasElement).findAllByRole('status'))[0]).not.toBeEmptyDOMElement();
    },
  });
};
const nothing = () => undefined;

export const Off = scenarioStory(() => visitOfTwo({ effects: stagedEffects().effects }), <EffectSwitches />);
export const On = both(nothing);
export const Slow = both((blur) => blur.report()?.slow(true));
export const BlurFailed = both(nothing, {}, (blur) => {
  blur.fails();
});
export const Dark = both(nothing, { theme: 'dark' });
export const Arabic = both(nothing, { locale: 'ar' });
export const Spanish = both(nothing, { locale: 'es' });
