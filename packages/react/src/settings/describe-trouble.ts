import type { RoomErrorCode, SourceState } from '@quietroom/core';
import { screenStepsFor, stepsFor, type Cause, type DevicePhrase, type ScreenCause } from './steps-for.ts';
import type { ThisBrowser } from './this-browser.ts';

/** A device that a page captures from. */
export type InputSource = 'camera' | 'microphone';

/** What is wrong with something that is captured, as keys of phrases: what happened, what to do, how to go on without. */
export interface DescribedTrouble {
  readonly cause: Cause | ScreenCause;
  readonly titles: readonly DevicePhrase[];
  readonly steps: readonly DevicePhrase[];
  readonly goOn: DevicePhrase;
}

const causes: Partial<Record<RoomErrorCode, Cause>> = {
  'device-denied': 'denied',
  'device-blocked': 'blocked',
  'device-missing': 'missing',
  'device-busy': 'busy',
  'device-unsuitable': 'unsuitable',
  'device-lost': 'lost',
  'device-unblurred': 'unblurred',
  'insecure-page': 'insecure',
  'not-supported': 'unsupported',
};

/** Which kind of trouble an error is; errors of one kind are cured the same way. */
export const causeOf = (code: RoomErrorCode): Cause => causes[code] ?? 'failed';

/** {@link causeOf} for sharing the screen. */
export const screenCauseOf = (code: RoomErrorCode): ScreenCause => {
  if (code === 'device-blocked') return 'blocked';
  const impossible = code === 'screen-share-unsupported' || code === 'insecure-page' || code === 'not-supported';
  return impossible ? 'unsupported' : 'denied';
};

/** What is wrong with a source now; null while it works or is off. */
export const troubleWith = (source: SourceState): Cause | null => {
  if (source.status === 'interrupted') return 'interrupted';
  return source.status === 'failed' ? causeOf(source.error.code) : null;
};

/** Trouble with one device, or with both when the same thing is wrong with them. */
export const describeTrouble = (
  sources: readonly [InputSource, ...InputSource[]],
  cause: Cause,
  browser: ThisBrowser,
): DescribedTrouble => ({
  cause,
  titles:
    cause === 'unblurred' ? ['device.camera.unblurred'] : sources.map((source) => `device.${source}.${cause}` as const),
  steps: stepsFor(cause, browser),
  goOn: sources.length > 1 ? 'device.both.goOn' : `device.${sources[0]}.goOn`,
});

/** Trouble with sharing the screen. */
export const describeScreenTrouble = (cause: ScreenCause, browser: ThisBrowser): DescribedTrouble => ({
  cause,
  titles: [`device.screen.${cause}`],
  steps: screenStepsFor(cause, browser),
  goOn: 'device.screen.goOn',
});
