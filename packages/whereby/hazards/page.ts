import { controlWhereby } from '@quietroom/emulators/whereby/control';
import { redirectWhereby } from '@quietroom/emulators/whereby/redirect';
import { inject } from 'vitest';

/** The stand-in that all hazards are shown against. */
export const control = controlWhereby(inject('wherebyUrl'));

/** Every device track this page was ever given. Counted from below the SDK, which must not be loaded yet. */
export const watchDevices = (): { live: () => number; opened: () => number } => {
  const tracks: MediaStreamTrack[] = [];
  const { mediaDevices } = navigator;
  const plain = mediaDevices.getUserMedia.bind(mediaDevices);
  let opened = 0;
  mediaDevices.getUserMedia = async (constraints) => {
    opened += 1;
    const stream = await plain(constraints);
    tracks.push(...stream.getTracks());
    return stream;
  };
  return { live: () => tracks.filter(({ readyState }) => readyState === 'live').length, opened: () => opened };
};

/** Leads the vendor's hosts to the stand-in. Before the SDK is loaded. */
export const redirect = (): void => {
  if (redirectWhereby({ origin: inject('wherebyUrl') }) === null) throw new Error('This page is not on this machine.');
};

/** Whether a promise is still open after a second, in which a local server has long answered. */
export const staysOpen = async (promise: Promise<unknown>): Promise<boolean> => {
  const open = Symbol('open');
  const second = new Promise((resolve) => setTimeout(resolve, 1_000, open));
  return (await Promise.race([promise.catch(() => undefined), second])) === open;
};
