'use client';
import type { Participant, ParticipantId } from '@quietroom/core';
import { memo, useEffect, useId, useRef, useState, type CSSProperties } from 'react';
import { useLevel } from '../hooks/use-level.ts';
import { useParticipant } from '../hooks/use-participant.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { RosterName } from '../roster-name/roster-name.tsx';
import { useHiddenPictures } from './hidden-pictures.ts';
import { useStoppedInterpreters, withOrWithout } from './interpreters.ts';
import { TrackVideo } from './track-video.tsx';

/** See {@link Tile}. */
export interface TileProps {
  readonly participant: ParticipantId;
  /** Whether they were made large, or have an interpreter's place of their own. */
  readonly pinned?: boolean | undefined;
  /** Makes them large, or no longer. Without it there is no button. Keep it stable between renders. */
  readonly onPin?: ((participant: ParticipantId) => void) | undefined;
}

const itself = (participant: Participant): Participant => participant;

/** While it is there, this interpreter's picture counts as stopped. */
function StoppedInterpreter({ id }: { readonly id: ParticipantId }) {
  const [, change] = useStoppedInterpreters();
  useEffect(() => {
    change((stopped) => withOrWithout(stopped, id, true));
    return () => {
      change((stopped) => withOrWithout(stopped, id, false));
    };
  }, [id, change]);
  return null;
}

/** What stands for somebody without a picture: two signs of the pseudonym, on a colour that goes with them. */
function initialsOf({ pseudonym }: Participant): { readonly text: string; readonly hue: number } | null {
  const code = pseudonym?.split(' ')[1];
  return code === undefined
    ? null
    : { text: code.slice(0, 2), hue: (code.charCodeAt(0) * 47 + code.charCodeAt(1) * 113) % 360 };
}

/**
 * Somebody in the visit: their picture, name, whether they are muted, and how well they come through. While they speak
 * the ring inside has `data-speaking` and `--qr-level`.
 */
export const Tile = memo(function Tile({ participant: id, pinned = false, onPin }: TileProps) {
  const participant = useParticipant(id, itself);
  const { say } = useWords();
  const nameId = useId();
  const pinId = `${nameId}-pin`;
  const ring = useRef<HTMLSpanElement>(null);
  const [stopped, setStopped] = useState(false);
  const [hidden] = useHiddenPictures();
  useLevel(id, ring);

  if (!participant) return null;
  const { camera, microphone, handRaised, quality, role } = participant;
  const interpreter = role === 'interpreter';
  const initials = initialsOf(participant);
  const states: ('stage.handRaised' | 'stage.poor' | 'stage.lost' | 'stage.pictureStopped')[] = [];
  if (handRaised) states.push('stage.handRaised');
  if (quality === 'poor') states.push('stage.poor');
  if (quality === 'lost') states.push('stage.lost');
  else if (stopped) states.push('stage.pictureStopped');
  return (
    <li
      className="qr-tile"
      data-role={role}
      data-quality={quality}
      data-hand={handRaised ? '' : undefined}
      data-pinned={pinned ? '' : undefined}
    >
      {interpreter && stopped ? <StoppedInterpreter id={id} /> : null}
      {camera?.sending && (!hidden || (interpreter && pinned)) ? (
        <TrackVideo track={camera.id} labelledBy={nameId} onStopped={setStopped} />
      ) : (
        <span
          className="qr-no-picture"
          role="img"
          aria-label={say(camera?.sending ? 'stage.pictureHidden' : 'stage.cameraOff')}
          style={initials ? ({ '--qr-hue': initials.hue } as CSSProperties) : undefined}
          data-initials={initials ? '' : undefined}
        >
          {initials?.text}
        </span>
      )}
      {states.length > 0 ? <p className="qr-tile-state">{states.map((state) => say(state)).join(' · ')}</p> : null}
      <div className="qr-tile-label">
        <RosterName of={id} id={nameId} />
        <span className="qr-muted" role="img" aria-label={say('stage.muted')} hidden={microphone?.sending} />
      </div>
      <span className="qr-ring" ref={ring} />
      {onPin && (
        <button
          type="button"
          className="qr-pin"
          id={pinId}
          aria-label={say(pinned ? 'stage.unpin' : 'stage.pin')}
          // The word from the line above, and then the name, which no attribute may hold.
          aria-labelledby={`${pinId} ${nameId}`}
          data-pinned={pinned ? '' : undefined}
          onClick={() => {
            onPin(id);
          }}
        />
      )}
    </li>
  );
});
