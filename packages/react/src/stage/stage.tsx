'use client';
import type { ParticipantId, VisitState } from '@quietroom/core';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { SelfView } from './self-view.tsx';
import { SharedScreen } from './shared-screen.tsx';
import { Tile } from './tile.tsx';

const sharingNow = ({ order, participants }: VisitState): readonly ParticipantId[] =>
  order.filter((id) => participants[id]?.screen?.sending === true);

const sameIds = (one: readonly ParticipantId[], other: readonly ParticipantId[]): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index]);

const visible = ({ order, participants }: VisitState): readonly ParticipantId[] =>
  order.filter((id) => participants[id]?.role !== 'recorder');

/** Everybody's picture, shared screens beside them, and this page's own camera in a corner. */
export function Stage() {
  const people = useVisitState(visible, sameIds);
  const sharing = useVisitState(sharingNow, sameIds);
  const { say } = useWords();
  return (
    <div className="qr-stage">
      <div className="qr-stage-layout" data-sharing={sharing.length > 0 ? '' : undefined}>
        {sharing.length > 0 ? (
          <div className="qr-shares">
            {sharing.map((id) => (
              <SharedScreen key={id} participant={id} />
            ))}
          </div>
        ) : null}
        {people.length > 0 ? (
          <ul
            role="list"
            className="qr-tiles"
            aria-label={say('stage.people')}
            data-count={Math.min(people.length, 10)}
          >
            {people.map((id) => (
              <Tile key={id} participant={id} />
            ))}
          </ul>
        ) : (
          <div className="qr-stage-empty">
            <p className="qr-subtitle">{say('stage.empty')}</p>
            <p className="qr-soft">{say('stage.emptyText')}</p>
          </div>
        )}
        <SelfView />
      </div>
    </div>
  );
}
