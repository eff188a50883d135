import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Registry } from './registry.ts';
import type { Script } from './script.ts';
import { WireError } from './wire.ts';

/** What `/init` is answered from. */
export interface InitContext {
  readonly registry: Registry;
  readonly script: Script;
  /** Address of the signalling, for a page. */
  readonly endpoint: string;
}

/** Answers `GET /init`: where the signalling is, and what the workspace has switched on. */
export const answerInit = (
  { registry, script, endpoint }: InitContext,
  request: IncomingMessage,
  response: ServerResponse,
): void => {
  const send = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const answer = () => {
    try {
      const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
      const { room } = registry.admit(token);
      send(200, {
        endpoint,
        log_level: 'WARN',
        policy: '',
        rtcConfiguration: { ice_servers: [] },
        config: {
          enabledFlags: ['simulcast', 'subscribeDegradation', ...(room.hipaa ? ['hipaa'] : []), ...room.flags],
          networkHealth: { url: '', timeout: 1_000, scoreMap: {} },
        },
      });
    } catch (error) {
      const { code, message } = error instanceof WireError ? error : new WireError(500, String(error));
      send(code, { code, message });
    }
  };
  const who = new URLSearchParams((request.url ?? '').split('?')[1]).get('peer_id') ?? '';
  const rule = script.match('http', 'init', who);
  if (rule?.action === 'refuse') send(rule.code, { code: rule.code, message: rule.message ?? 'refused' });
  else if (rule?.action === 'delay') setTimeout(answer, rule.milliseconds).unref();
  else if (rule?.action !== 'drop') answer();
};
