/** The vendor's SDK as it is published. */
export const loadBareClient = () => import('@100mslive/hms-video-store');
