import type { Cancel, Clock, ParticipantId, Readable, VisitState } from '@quietroom/core';

/** So long somebody must be heard while another is shown: a cough or a “yes” makes nobody large. */
const settle = 1_000;
/** After so long without a word of whoever is shown, the next voice is shown at once. */
const pause = 3_000;

/** Of a clock, what following needs. */
export type SpeakerClock = Pick<Clock, 'now' | 'after'>;

const pageClock: SpeakerClock = {
  now: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

/**
 * Tells whom to show large as people speak, without going to and fro between them.
 * @param may whether somebody may be shown now. Asked again a second later while it says no.
 * @returns ends it.
 */
export function followSpeaker(
  { get, subscribe }: Readable<VisitState>,
  may: (id: ParticipantId) => boolean,
  show: (id: ParticipantId) => void,
  clock: SpeakerClock = pageClock,
): () => void {
  let shown: ParticipantId | null = null;
  let speaking: ParticipantId | null = null;
  let heard = -Infinity;
  let cancel: Cancel = () => undefined;

  const change = () => {
    if (speaking === null || speaking === shown) return;
    if (!may(speaking)) {
      cancel = clock.after(settle, change);
      return;
    }
    shown = speaking;
    show(shown);
  };
  const look = () => {
    const { activeSpeaker, participants } = get();
    if (activeSpeaker === speaking) return;
    if (speaking === shown) heard = clock.now();
    cancel();
    speaking = activeSpeaker;
    const free = shown === null || !participants[shown] || clock.now() - heard >= pause;
    if (free) change();
    else cancel = clock.after(settle, change);
  };
  look();
  const stop = subscribe(look);
  return () => {
    stop();
    cancel();
  };
}
