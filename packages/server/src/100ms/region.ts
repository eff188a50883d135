/** Where 100ms keeps a room's media servers (H1-31): Europe, India or the United States. */
export const hmsRegions = ['eu', 'in', 'us'] as const;
/** See {@link hmsRegions}. */
export type HmsRegion = (typeof hmsRegions)[number];
