'use client';
import type { ParticipantId, VisitState } from '@quietroom/core';
import { memo, useCallback } from 'react';
import { usePersonState } from '../hooks/use-person-state.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { useVisitContext } from '../visit-context/use-visit.ts';
import { findIdentity, sameIdentity } from './identity.ts';
import { sayPseudonym } from './pseudonym-words.ts';
import { findInRoster } from './roster.ts';
import { useNamesHidden } from './use-names-hidden.ts';

/** See {@link RosterName}. */
export interface RosterNameProps {
  /** Somebody in the visit, asking to join it, or gone from it; `self` for the person at this page. */
  readonly of: ParticipantId | 'self';
  /** An id for `aria-labelledby`: the only way to give an element this name. */
  readonly id?: string | undefined;
  /** Whether the pseudonym follows the real name. Default true. */
  readonly pseudonym?: boolean | undefined;
}

/**
 * The one component that draws a real name: as text in an element marked for replay masking, never in an attribute.
 * Shows the pseudonym alone where the roster has no entry, and while this page may be in what is being shared.
 */
export const RosterName = memo(function RosterName({ of, id, pseudonym = true }: RosterNameProps) {
  const { visit, roster, remembered } = useVisitContext();
  const words = useWords();
  const hidden = useNamesHidden(visit);
  const identity = usePersonState(
    of,
    useCallback(
      (state: VisitState) => (of === 'self' ? undefined : (findIdentity(state, of) ?? remembered.get(of))),
      [of, remembered],
    ),
    sameIdentity,
  );

  if (of === 'self') return <span id={id}>{words.say('name.self')}</span>;
  const alias = sayPseudonym(words, identity?.pseudonym ?? null, identity?.role ?? 'guest');
  const entry = hidden ? undefined : findInRoster(roster, identity?.sub ?? null);
  return (
    <span
      id={id}
      className="qr-name ph-no-capture rr-block notranslate"
      data-sentry-mask=""
      data-real={entry ? '' : undefined}
      translate="no"
    >
      {entry ? (
        <>
          <bdi>{entry.name}</bdi>
          {entry.pronouns === undefined ? null : <> ({entry.pronouns})</>}
          {pseudonym ? (
            <>
              {' '}
              <small className="qr-name-alias">{alias}</small>
            </>
          ) : null}
        </>
      ) : (
        alias
      )}
    </span>
  );
});
