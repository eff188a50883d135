/** A service of the vendor that can be out of order. */
export type Service = 'init' | 'signal' | 'events' | 'auth';

/** Which of the vendor's hosts is which service. The SDK has all but the signalling host built in; that one `/init` names. */
export const hmsHosts: Readonly<Record<string, Service>> = {
  'prod-init.100ms.live': 'init',
  'signal.100ms.live': 'signal',
  'event.100ms.live': 'events',
  'event-nonprod.100ms.live': 'events',
  'auth.100ms.live': 'auth',
};

/** Where the stand-ins of those hosts are on the port they share with something else. */
export const hmsPrefix = '/emulators/100ms';

/** What a request can be for: a service, the controls of tests, or a host of the vendor's that has no stand-in. */
export type Destination = Service | 'control' | 'nowhere';

const isService = (name: string): name is Service => Object.values(hmsHosts).some((service) => service === name);

/** What a request is for and the path it has there, or null when it is none of ours. */
export const findService = (
  host: string | undefined,
  url: string,
  prefix: string,
): { readonly service: Destination; readonly path: string } | null => {
  const byHost = hmsHosts[(host ?? '').split(':')[0] ?? ''];
  if (byHost) return { service: byHost, path: url };
  if (!url.startsWith(`${prefix}/`)) return null;
  const rest = url.slice(prefix.length + 1);
  const [name = ''] = rest.split(/[/?]/, 1);
  const path = rest.slice(name.length) || '/';
  const known = name === 'control' || isService(name);
  return { service: known ? name : 'nowhere', path };
};
