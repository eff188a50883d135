/** Which of a vendor's hosts is which service. */
export type Hosts<Service extends string> = Readonly<Record<string, Service>>;

/** What a request can be for: a service, the controls of tests, or a host of the vendor's that has no stand-in. */
export type Destination<Service extends string> = Service | 'control' | 'nowhere';

/** What a request came with that says where it is meant to go. */
export interface Addressed {
  readonly host: string | undefined;
  readonly url: string;
}

/**
 * What a request is for and the path it has there, or null when it is none of the vendor's: by the host it names, or by
 * the prefix under which the stand-ins of all its hosts are.
 */
export const findService = <Service extends string>(
  hosts: Hosts<Service>,
  prefix: string,
  { host, url }: Addressed,
): { readonly service: Destination<Service>; readonly path: string } | null => {
  const byHost = hosts[(host ?? '').split(':')[0] ?? ''];
  if (byHost) return { service: byHost, path: url };
  if (!url.startsWith(`${prefix}/`)) return null;
  const rest = url.slice(prefix.length + 1);
  const [name = ''] = rest.split(/[/?]/, 1);
  const path = rest.slice(name.length) || '/';
  const service = name === 'control' ? name : Object.values(hosts).find((one) => one === name);
  return { service: service ?? 'nowhere', path };
};
