'use client';
import type { ParticipantId } from '@quietroom/core';
import { useEffect, useId, useState } from 'react';
import { Button } from '../button/button.tsx';
import { useDecision } from '../hooks/use-decision.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { Icon } from '../icon/icon.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { lazyPart } from '../part-boundary/lazy-part.tsx';
import { PersonRow } from './person-row.tsx';
import { RoomLock } from './room-lock.tsx';
import { SelfRow } from './self-row.tsx';

/** See {@link People}. */
export interface PeopleProps {
  /** Opens the chat with somebody. Without it there is no “Message” button. */
  readonly onMessage?: ((participant: ParticipantId) => void) | undefined;
  /** Shows a button that closes the panel. */
  readonly onClose?: (() => void) | undefined;
}

const RemoveDialog = lazyPart(async () => (await import('./remove-dialog.tsx')).RemoveDialog);

/** Everybody in the visit, this page's person first, with what the clinician may do about each. */
export function People({ onMessage, onClose }: PeopleProps) {
  const words = useLaterWords();
  const heading = useId();
  const order = useVisitState((state) => state.order);
  const mayRemove = useDecision('remove').allowed;
  const [removing, setRemoving] = useState<ParticipantId | null>(null);

  useEffect(() => {
    if (mayRemove) RemoveDialog.preload();
  }, [mayRemove]);

  return (
    <section className="qr-panel qr-people" aria-labelledby={heading}>
      <div className="qr-panel-head">
        <h3 id={heading} className="qr-subtitle">
          {words.say('people.heading')}
        </h3>
        {onClose && (
          <Button kind="plain" aria-label={words.say('people.close')} onClick={onClose}>
            <Icon name="close" />
          </Button>
        )}
      </div>
      <div className="qr-panel-body" role="group" aria-labelledby={heading} tabIndex={0}>
        <ul role="list" className="qr-participants" aria-label={words.say('people.list')}>
          <SelfRow />
          {order.map((id) => (
            <PersonRow key={id} id={id} onMessage={onMessage} onRemove={setRemoving} />
          ))}
        </ul>
        {order.length === 0 && <p className="qr-soft">{words.say('people.alone')}</p>}
        <RoomLock />
      </div>
      {removing !== null && (
        <RemoveDialog
          id={removing}
          onClose={() => {
            setRemoving(null);
          }}
        />
      )}
    </section>
  );
}
