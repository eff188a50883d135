'use client';
import type { RoomErrorCode } from '@quietroom/core';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { stepsFor, type Cause } from './steps-for.ts';
import { browserOf, type ThisBrowser } from './this-browser.ts';

const causes: Partial<Record<RoomErrorCode, Cause>> = {
  'device-denied': 'denied',
  'device-blocked': 'blocked',
  'device-missing': 'missing',
  'device-busy': 'busy',
  'device-unsuitable': 'unsuitable',
  'device-lost': 'lost',
  'insecure-page': 'insecure',
};

/** A device that a page captures from. */
export type InputSource = 'camera' | 'microphone';

/** Which kind of trouble an error is; errors of one kind are cured the same way. */
export const causeOf = (code: RoomErrorCode): Cause => causes[code] ?? 'failed';

interface DeviceProblemProps {
  /** One, or both when the same thing is wrong with them. */
  readonly sources: readonly [InputSource, ...InputSource[]];
  readonly cause: Cause;
  readonly onTryAgain: () => void;
  /** Whose steps are told. This browser's own, unless told otherwise. */
  readonly browser?: ThisBrowser | undefined;
}

/** What is wrong with a device in plain words, what to do about it step by step, and how to go on without it. */
export function DeviceProblem({
  sources,
  cause,
  onTryAgain,
  browser = browserOf(navigator.userAgent, navigator.maxTouchPoints),
}: DeviceProblemProps) {
  const words = useWords();
  return (
    <div className="qr-note qr-device-problem" data-tone="warn" data-cause={cause}>
      <Icon name="warning" />
      <div className="qr-stack">
        {sources.map((source) => (
          <p key={source} className="qr-device-problem-title">
            {words.say(`device.${source}.${cause}`)}
          </p>
        ))}
        <ol>
          {stepsFor(cause, browser).map((step) => (
            <li key={step}>{words.say(step)}</li>
          ))}
        </ol>
        <p>{words.say(sources.length > 1 ? 'device.both.goOn' : `device.${sources[0]}.goOn`)}</p>
        {cause !== 'insecure' && (
          <Button icon={<Icon name="retry" />} onClick={onTryAgain}>
            {words.say('settings.tryAgain')}
          </Button>
        )}
      </div>
    </div>
  );
}
