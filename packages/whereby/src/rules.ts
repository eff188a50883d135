import type { AdapterRule } from '@quietroom/core';

/** The rows of the table that are about Whereby's rooms alone. */
export const rules: readonly AdapterRule[] = [
  {
    id: 'W1-04',
    stage: 'live',
    effect: 'stop-media',
    fixed: true,
    // The vendor's lock is the waiting room: without it, whoever has the address is inside.
    check: ({ room: { locked } }) => (locked === 'unknown' ? 'unknown' : locked ? 'met' : 'broken'),
    source: 'Whereby HIPAA page, “Creating rooms” 1: create the room with isLocked:true',
    says: 'The room is, or may be, unlocked: whoever has its address walks in.',
    remedy: 'Create rooms with isLocked:true; a clinician who joins locks them.',
  },
  {
    id: 'W2-04',
    stage: 'live',
    effect: 'warn',
    check: ({ room: { mediaServer = 'unknown' } }) =>
      mediaServer === 'unknown' ? 'unknown' : mediaServer ? 'broken' : 'met',
    source: 'Whereby HIPAA page and client: only “normal” rooms go from browser to browser',
    says: 'Picture and sound pass, or may pass, through a server of the vendor that can see them.',
    remedy: 'Create rooms with roomMode “normal”, and see that the agreement with the vendor covers its servers.',
  },
];
