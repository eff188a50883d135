'use client';
import type { Participant, ParticipantId, TrackId } from '@quietroom/core';
import { memo, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../button/button.tsx';
import { useParticipant } from '../hooks/use-participant.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { useVisit } from '../visit-context/use-visit.ts';

const microphoneTrack = ({ microphone }: Participant): TrackId | undefined => microphone?.id;

/** Plays everybody's microphone through the chosen speaker. Part of the visit, not of a layout: keep it mounted. */
export function RemoteAudio() {
  const order = useVisitState((state) => state.order);
  const [blocked, setBlocked] = useState<ReadonlySet<HTMLAudioElement>>(new Set());
  const { say } = useWords();
  const block = useCallback((element: HTMLAudioElement) => {
    setBlocked((before) => new Set(before).add(element));
  }, []);

  return (
    <>
      {order.map((id) => (
        <Voice key={id} participant={id} onBlocked={block} />
      ))}
      {blocked.size > 0 ? (
        <div className="qr-note qr-notice" data-tone="warn">
          <Icon name="sound" />
          <div className="qr-notice-body">
            <p>{say('stage.soundBlocked')}</p>
            <Button
              kind="primary"
              onClick={() => {
                for (const element of blocked) void element.play().catch(() => undefined);
                setBlocked(new Set());
              }}
            >
              {say('stage.playSound')}
            </Button>
          </div>
        </div>
      ) : null}
    </>
  );
}

interface VoiceProps {
  readonly participant: ParticipantId;
  readonly onBlocked: (element: HTMLAudioElement) => void;
}

const Voice = memo(function Voice({ participant, onBlocked }: VoiceProps) {
  const track = useParticipant(participant, microphoneTrack);
  const visit = useVisit();
  const audio = useRef<HTMLAudioElement>(null);

  useLayoutEffect(() => {
    const element = audio.current;
    if (!element || track === undefined) return;
    const stops = [visit.attach(track, element), visit.media.routeToSpeaker(element)];
    // Browsers let a page that captures play; one that joined without devices may be held back.
    const play = () => {
      element.play().catch((error: unknown) => {
        if (error instanceof DOMException && error.name === 'NotAllowedError') onBlocked(element);
      });
    };
    // Before the sound is there a browser may refuse an element that it would let play with it.
    if (element.srcObject !== null) play();
    element.addEventListener('loadedmetadata', play);
    stops.push(() => {
      element.removeEventListener('loadedmetadata', play);
    });
    return () => {
      for (const stop of stops) stop();
      element.srcObject = null;
    };
  }, [visit, track, onBlocked]);

  return track === undefined ? null : <audio ref={audio} autoPlay />;
});
