import type { VisitState } from '@quietroom/core';

/** The screens of a visit. */
export type Screen = 'readiness' | 'waiting' | 'visit' | 'ended';

/** Which screen belongs to the phase. Everything between pressing join and being in is one screen. */
export function screenOf({ phase }: VisitState): Screen {
  switch (phase.name) {
    case 'ready':
      return 'readiness';
    case 'connecting':
    case 'knocking':
    case 'kept-waiting':
    case 'verifying':
      return 'waiting';
    case 'joined':
    case 'reconnecting':
      return 'visit';
    case 'ended':
      return 'ended';
  }
}
