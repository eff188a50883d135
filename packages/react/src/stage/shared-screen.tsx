'use client';
import type { Participant, ParticipantId } from '@quietroom/core';
import { memo, useId } from 'react';
import { useParticipant } from '../hooks/use-participant.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { RosterName } from '../roster-name/roster-name.tsx';
import { TrackVideo } from './track-video.tsx';

/** See {@link SharedScreen}. */
export interface SharedScreenProps {
  readonly participant: ParticipantId;
}

const screenOf = ({ screen }: Participant) => screen;

/** Somebody's shared screen, whole, with a caption that says whose it is. */
export const SharedScreen = memo(function SharedScreen({ participant }: SharedScreenProps) {
  const screen = useParticipant(participant, screenOf);
  const { show } = useWords();
  const captionId = useId();
  if (!screen?.sending) return null;
  return (
    <figure className="qr-shared" aria-labelledby={captionId}>
      <TrackVideo track={screen.id} labelledBy={captionId} />
      <figcaption className="qr-tile-label" id={captionId}>
        {show('stage.sharedBy', { name: <RosterName of={participant} pseudonym={false} /> })}
      </figcaption>
    </figure>
  );
});
