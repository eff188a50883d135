'use client';
import type { RoomErrorCode } from '@quietroom/core';
import { Button } from '../button/button.tsx';
import type { PhraseKey } from '../messages-catalogue/catalogue.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';

type Step = Extract<PhraseKey, `device.${string}.step${number}`>;
type Cause = 'denied' | 'blocked' | 'missing' | 'busy' | 'unsuitable' | 'lost' | 'insecure' | 'failed';

const causes: Partial<Record<RoomErrorCode, Cause>> = {
  'device-denied': 'denied',
  'device-blocked': 'blocked',
  'device-missing': 'missing',
  'device-busy': 'busy',
  'device-unsuitable': 'unsuitable',
  'device-lost': 'lost',
  'insecure-page': 'insecure',
};

const steps: Readonly<Record<Cause, readonly Step[]>> = {
  denied: ['device.denied.step1', 'device.denied.step2', 'device.denied.step3'],
  blocked: ['device.blocked.step1', 'device.blocked.step2', 'device.blocked.step3'],
  missing: ['device.missing.step1', 'device.missing.step2', 'device.missing.step3'],
  busy: ['device.busy.step1', 'device.busy.step2'],
  unsuitable: ['device.unsuitable.step1'],
  lost: ['device.lost.step1', 'device.lost.step2'],
  insecure: ['device.insecure.step1'],
  failed: ['device.failed.step1'],
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
}

/** What is wrong with a device in plain words, what to do about it step by step, and how to go on without it. */
export function DeviceProblem({ sources, cause, onTryAgain }: DeviceProblemProps) {
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
          {steps[cause].map((step) => (
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
