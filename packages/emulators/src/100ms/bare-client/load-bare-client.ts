import type * as Hms from '@100mslive/hms-video-store';

/** The vendor's SDK as it is published. */
export const loadBareClient = (): Promise<typeof Hms> => import('@100mslive/hms-video-store');
