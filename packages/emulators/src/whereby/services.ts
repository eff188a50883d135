import type { Service } from './script.ts';

/** Which of the vendor's hosts is which service. The SDK has them built in. */
export const wherebyHosts: Readonly<Record<string, Service>> = {
  'api.whereby.dev': 'api',
  'signal.appearin.net': 'signal',
  'rtcstats.srv.whereby.com': 'telemetry',
  'cdn.srv.whereby.com': 'cdn',
  'sfu.srv.whereby.com': 'sfu',
};

/** Where the stand-ins of those hosts are on the port they share with something else. */
export const wherebyPrefix = '/emulators/whereby';

const isService = (name: string): name is Service => Object.values(wherebyHosts).some((service) => service === name);

/** What a request can be for: a service, the controls of tests, or a host of the vendor's that has no stand-in. */
export type Destination = Service | 'control' | 'nowhere';

/** What a request is for and the path it has there, or null when it is none of ours. */
export const findService = (
  host: string | undefined,
  url: string,
  prefix: string,
): { readonly service: Destination; readonly path: string } | null => {
  const byHost = wherebyHosts[(host ?? '').split(':')[0] ?? ''];
  if (byHost) return { service: byHost, path: url };
  if (!url.startsWith(`${prefix}/`)) return null;
  const rest = url.slice(prefix.length + 1);
  const [name = ''] = rest.split(/[/?]/, 1);
  const path = rest.slice(name.length) || '/';
  const known = name === 'control' || isService(name);
  return { service: known ? name : 'nowhere', path };
};
