import { randomBytes, randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Registry } from './registry.ts';
import type { Script } from './script.ts';

/** What a page's REST request came with. */
export interface DeviceRequest {
  readonly method: string;
  /** The path at the vendor's host. */
  readonly path: string;
}

/**
 * Answers the REST requests the SDK itself makes: a device identity, and the organisation of a subdomain. Says
 * whether the request was one of them.
 */
export const answerDevice = (
  { method, path }: DeviceRequest,
  response: ServerResponse,
  registry: Registry,
  script: Script,
): boolean => {
  const subdomain = /^\/organization-subdomains\/([\w-]+)\/?(?:\?|$)/.exec(path)?.[1];
  const name = method === 'POST' && path === '/devices' ? 'devices' : subdomain !== undefined ? 'organisation' : null;
  if (name === null) return false;
  const send = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const answer = () => {
    if (name === 'devices') {
      send(200, { credentials: { uuid: randomUUID() }, hmac: randomBytes(32).toString('hex') });
      return;
    }
    const organisation = registry.organisation(subdomain ?? '');
    if (organisation) send(200, describeOrganisation(organisation));
    else send(404, { error: 'not_found' });
  };
  const rule = script.match('rest', name);
  if (rule?.action === 'refuse') send(503, { error: rule.error });
  else if (rule?.action === 'delay') setTimeout(answer, rule.milliseconds).unref();
  else if (rule?.action !== 'drop') answer();
  return true;
};

const describeOrganisation = ({ id, subdomain }: { readonly id: string; readonly subdomain: string }) => ({
  organizationId: id,
  organizationName: subdomain,
  subdomain,
  permissions: {},
  limits: {},
  account: { basePlanId: 'emulated', isDeactivated: false, isOnTrial: false },
  preferences: {},
});
