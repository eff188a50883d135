import type { Hosts } from '../stand-in/find-service.ts';

/** A service of the vendor that can be out of order. */
export type Service = 'init' | 'signal' | 'events' | 'auth';

/** Which of the vendor's hosts is which service. The SDK has all but the signalling host built in; that one `/init` names. */
export const hmsHosts: Hosts<Service> = {
  'prod-init.100ms.live': 'init',
  'signal.100ms.live': 'signal',
  'event.100ms.live': 'events',
  'event-nonprod.100ms.live': 'events',
  'auth.100ms.live': 'auth',
};

/** Where the stand-ins of those hosts are on the port they share with something else. */
export const hmsPrefix = '/emulators/100ms';
