/** How long a seat is kept for somebody whose socket dropped, in milliseconds. Page and relay agree on it. */
export const seatKeptFor = 60_000;
/** How often the relay asks every page whether it is there, in milliseconds. */
export const pingEvery = 2000;
/** How long either side waits for a sign of life before it gives the socket up, in milliseconds. */
export const socketDeadAfter = 6000;
/** How long entering may take, in milliseconds. */
export const entryWithin = 10_000;
/** The longest message either side accepts, in bytes. */
export const maximumMessageBytes = 64 * 1024;
