'use client';
import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import type { DescribedTrouble } from './describe-trouble.ts';
import type { DevicePhrase } from './steps-for.ts';

interface DeviceProblemProps {
  readonly trouble: DescribedTrouble;
  /** What others miss meanwhile. Left out before the visit, where nobody misses anything yet. */
  readonly consequence?: DevicePhrase | undefined;
  /** Changes each time it happens, so that the same words are told again while the buttons keep the focus. */
  readonly occurrence?: number | undefined;
  /** The buttons. */
  readonly children?: ReactNode;
}

/** What is wrong with a device in plain words, what to do about it step by step, and how to go on without it. */
export function DeviceProblem({ trouble, consequence, occurrence, children }: DeviceProblemProps) {
  const { say } = useWords();
  const { cause, titles, steps, goOn } = trouble;
  return (
    <div className="qr-note qr-device-problem" data-tone="warn" data-cause={cause}>
      <Icon name="warning" />
      <div className="qr-stack">
        <div className="qr-stack" key={occurrence}>
          {titles.map((title) => (
            <p key={title} className="qr-device-problem-title">
              {say(title)}
            </p>
          ))}
          {consequence && <p>{say(consequence)}</p>}
          <ol>
            {steps.map((step) => (
              <li key={step}>{say(step)}</li>
            ))}
          </ol>
          <p>{say(goOn)}</p>
        </div>
        {children}
      </div>
    </div>
  );
}
