import type { Clock } from '../contract/environment.ts';
import type { RoomCaption } from '../contract/room-patch.ts';
import type { Policy } from '../policy/rule.ts';
import type { VisitModel } from '../visit/visit-model.ts';
import type { Caption } from './caption.ts';
import { createCaptionLog } from './caption-log.ts';

/** The captions of one attempt to hold a visit. */
export interface CaptionKeeper {
  /** Shows what the room says somebody said, if it may be shown. */
  readonly hear: (told: RoomCaption) => void;
  /** Looks at the room again: what may not be shown any more is forgotten. */
  readonly roomChanged: () => void;
  /** Forgets everything. */
  readonly wipe: () => void;
}

/**
 * Lets captions in while this page is in the visit, the policy has captions, the room says that they run, and no rule has
 * stopped the media, as for want of somebody's consent. Words of somebody who is not in the visit are dropped: they are not
 * listened to. Words of nobody in particular are shown as nobody's.
 */
export const keepCaptions = (
  policy: Policy,
  clock: Clock,
  model: VisitModel,
  show: (captions: readonly Caption[]) => void,
): CaptionKeeper => {
  const log = createCaptionLog(clock, show);
  const wanted = (): boolean => {
    const { room, mediaStopped, self } = model.facts.get();
    const { name } = model.state.get().phase;
    const inside = (name === 'joined' || name === 'reconnecting') && self.admission === 'admitted';
    return inside && policy.captions && room.captions === true && !mediaStopped;
  };
  return {
    hear: (told) => {
      if (!wanted()) return;
      const { speaker } = told;
      const { self, participants } = model.view();
      if (speaker === null) log.hear(told, null);
      else if (speaker === self.id) log.hear(told, 'self');
      else if (participants[speaker]?.admitted === true && participants[speaker].claims.role !== 'recorder')
        log.hear(told, speaker);
    },
    roomChanged: () => {
      if (!wanted()) log.wipe();
    },
    wipe: log.wipe,
  };
};
