import type { EffectReport, MediaEffect } from '@quietroom/core';

/** An effect by script: it passes on what it is given, or does not start, or says what it is told to say. */
export interface StagedEffect {
  readonly effect: MediaEffect;
  /** From now on it does not start. */
  readonly fails: () => void;
  readonly works: () => void;
  /** What the effect last begun can say of itself. */
  readonly report: () => EffectReport | null;
}

const staged = (name: MediaEffect['name'], source: MediaEffect['source']): StagedEffect => {
  let working = true;
  let report: EffectReport | null = null;
  return {
    effect: {
      name,
      source,
      apply: (track, told) => {
        report = told;
        return working
          ? Promise.resolve({ stream: new MediaStream([track.clone()]), stop: () => undefined })
          : Promise.reject(new Error('no model'));
      },
    },
    fails: () => {
      working = false;
    },
    works: () => {
      working = true;
    },
    report: () => report,
  };
};

/** Blur and noise suppression by script. */
export const stagedEffects = (): {
  readonly blur: StagedEffect;
  readonly quiet: StagedEffect;
  readonly effects: readonly MediaEffect[];
} => {
  const blur = staged('blur', 'camera');
  const quiet = staged('noise-suppression', 'microphone');
  return { blur, quiet, effects: [blur.effect, quiet.effect] };
};
