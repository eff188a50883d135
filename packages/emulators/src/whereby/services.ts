import { findService as find, type Destination, type Hosts } from '../stand-in/find-service.ts';

/** A service of the vendor that can be out of order. */
export type Service = 'api' | 'signal' | 'telemetry' | 'cdn' | 'sfu';

/** Which of the vendor's hosts is which service. The SDK has them built in. */
export const wherebyHosts: Hosts<Service> = {
  'api.whereby.dev': 'api',
  'signal.appearin.net': 'signal',
  'rtcstats.srv.whereby.com': 'telemetry',
  'cdn.srv.whereby.com': 'cdn',
  'sfu.srv.whereby.com': 'sfu',
};

/** Where the stand-ins of those hosts are on the port they share with something else. */
export const wherebyPrefix = '/emulators/whereby';

/** What a request is for and the path it has there, or null when it is none of ours. */
export const findService = (
  host: string | undefined,
  url: string,
  prefix: string,
): { readonly service: Destination<Service>; readonly path: string } | null =>
  find(wherebyHosts, prefix, { host, url });
