'use client';
import type { Decision } from '@quietroom/core';
import { useId, useState, type ReactElement, type Ref } from 'react';
import { Icon, type IconName } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { sayRule } from '../refusal/say-rule.ts';

/** See {@link Control}. */
export interface ControlProps {
  /** One of ours by name, or a part's own. */
  readonly icon: IconName | ReactElement;
  /** Always visible: people on phones cannot hover. */
  readonly label: string;
  /** What is visible of the label in the low bar of a phone, where its words do not fit. Said nowhere. */
  readonly short?: string | undefined;
  readonly onPress: () => void;
  /** The policy's answer. A locked control stays in its place with its reason, or is absent, as the policy says. */
  readonly decision?: Decision | undefined;
  readonly pending?: boolean | undefined;
  /** `off` for a source that is not sent, `active` for something going on, `danger` for leaving. */
  readonly tone?: 'off' | 'active' | 'danger' | undefined;
  /** Whether the panel it opens is open. */
  readonly expanded?: boolean | undefined;
  /** A number to show on it, and the words that say what it counts. */
  readonly count?: { readonly value: number; readonly words: string } | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
}

/** One control of the toolbar, asked of the policy. Nothing locked can be pressed, and it says why. */
export function Control({
  icon,
  label,
  short,
  onPress,
  decision,
  pending = false,
  tone,
  expanded,
  count,
  buttonRef,
}: ControlProps) {
  const words = useWords();
  const reasonId = useId();
  const [explained, setExplained] = useState(false);
  const refused = decision && !decision.allowed ? decision : undefined;
  if (refused?.control === 'absent') return null;

  const press = () => {
    if (refused) setExplained(true);
    else if (!pending) onPress();
  };
  return (
    <div className="qr-control">
      <button
        type="button"
        ref={buttonRef}
        className="qr-control-button"
        // The toolbar says at which of its controls Tab stops.
        tabIndex={-1}
        data-tone={tone}
        data-pending={pending ? '' : undefined}
        aria-busy={pending || undefined}
        aria-disabled={refused ? true : undefined}
        aria-describedby={refused ? reasonId : undefined}
        aria-expanded={expanded}
        onClick={press}
        onBlur={() => {
          setExplained(false);
        }}
      >
        <span className="qr-control-icon">
          {typeof icon === 'string' ? <Icon name={icon} /> : icon}
          {count && count.value > 0 ? (
            <span className="qr-count" aria-hidden>
              {count.value}
            </span>
          ) : null}
        </span>
        <span className="qr-control-label">{label}</span>
        {short === undefined ? null : (
          <span className="qr-control-label qr-control-short" aria-hidden>
            {short}
          </span>
        )}
        {count && count.value > 0 ? <span className="qr-hidden"> {count.words}</span> : null}
      </button>
      {refused ? (
        <span className="qr-control-reason" id={reasonId} data-explained={explained ? '' : undefined}>
          {words.say('toolbar.locked', { reason: sayRule(words, refused.ruleId) })}
        </span>
      ) : null}
    </div>
  );
}
