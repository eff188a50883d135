'use client';
import type { Participant, ParticipantId } from '@quietroom/core';
import { memo, useId } from 'react';
import { useParticipant } from '../hooks/use-participant.ts';
import { RosterName } from '../roster-name/roster-name.tsx';
import { PersonActions } from './person-actions.tsx';
import { PersonFacts } from './person-facts.tsx';
import { Verification } from './verification.tsx';

interface PersonRowProps {
  readonly id: ParticipantId;
  readonly onMessage?: ((participant: ParticipantId) => void) | undefined;
  readonly onRemove: (participant: ParticipantId) => void;
}

const whole = (participant: Participant): Participant => participant;

/** Somebody else in the visit: who they are, what they send, and what can be done. */
export const PersonRow = memo(function PersonRow({ id, onMessage, onRemove }: PersonRowProps) {
  const person = useParticipant(id, whole);
  const name = useId();
  if (!person) return null;

  return (
    <li className="qr-person">
      <div className="qr-person-who">
        <strong>
          <RosterName of={id} id={name} />
        </strong>
        <Verification verified={person.verified} />
      </div>
      <PersonFacts
        microphone={person.microphone?.sending ?? false}
        camera={person.camera?.sending ?? false}
        screen={person.screen?.sending ?? false}
        handRaised={person.handRaised}
        quality={person.quality}
      />
      <PersonActions
        id={id}
        name={name}
        unmuted={person.microphone?.sending ?? false}
        recorder={person.role === 'recorder'}
        onMessage={onMessage}
        onRemove={onRemove}
      />
    </li>
  );
});
