import { randomUUID } from 'node:crypto';
import { objectOf, type JsonObject } from '../../rest/json.ts';
import { startRestServer, type RestAnswer, type RestRequest, type RestServer } from '../../rest/rest-server.ts';

/** What the stand-in is like. */
export interface WherebyRestOptions {
  readonly apiKey: string;
  /**
   * What reading a meeting says. `documented`: only what the vendor's reference documents, which is neither the lock nor
   * the preferences. `everything`: what the room was made with. Default `everything`.
   */
  readonly tells?: 'documented' | 'everything';
  /** Changes what a meeting became, for a vendor or an account that does something else than it was told. */
  readonly settles?: (meeting: JsonObject) => JsonObject;
}

/** Whereby's REST interface, as far as rooms need it. Not affiliated with Whereby. */
export interface WherebyRest extends RestServer {
  /** The meetings that exist, by id, as they were made. */
  readonly meetings: ReadonlyMap<string, JsonObject>;
}

const documented = ['meetingId', 'roomName', 'roomUrl', 'startDate', 'endDate'];
const secretsOf = new Set(['accessKeyId', 'accessKeySecret']);

/** What a vendor would not repeat: keys to somebody's bucket. */
const withoutSecrets = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !secretsOf.has(name))
      .map(([name, member]) => [name, withoutSecrets(member)]),
  );
};

const isUuid = (pattern: unknown): boolean => pattern === undefined || pattern === 'uuid';

/** Starts the stand-in. Its base address is `${url}/v1`. */
export const startWherebyRest = async (options: WherebyRestOptions): Promise<WherebyRest> => {
  const { apiKey, tells = 'everything', settles = (meeting: JsonObject) => meeting } = options;
  const meetings = new Map<string, JsonObject>();

  const make = (body: JsonObject): RestAnswer => {
    if (typeof body['endDate'] !== 'string' || !(Date.parse(body['endDate']) > Date.now())) {
      return { status: 400, body: { error: 'endDate must be later than now' } };
    }
    const prefix = typeof body['roomNamePrefix'] === 'string' ? body['roomNamePrefix'] : '';
    const roomName = `/${prefix}${isUuid(body['roomNamePattern']) ? randomUUID() : 'qxz7wk'}`;
    const meetingId = String(10_000_000 + meetings.size);
    const roomUrl = `https://quietroom.whereby.invalid${roomName}`;
    const { fields, roomNamePattern: _pattern, ...settings } = body;
    const meeting = settles({ ...settings, meetingId, roomName, roomUrl, startDate: new Date().toISOString() });
    meetings.set(meetingId, meeting);
    const wantsHost = Array.isArray(fields) && fields.includes('hostRoomUrl');
    const shown = Object.fromEntries(documented.map((name) => [name, meeting[name]]));
    const hostRoomUrl = `${String(meeting['roomUrl'])}?roomKey=host-${randomUUID()}`;
    return { status: 201, body: { ...shown, ...(wantsHost ? { hostRoomUrl } : {}) } };
  };

  const answer = ({ method, path, headers, body }: RestRequest): RestAnswer => {
    if (headers.authorization !== `Bearer ${apiKey}`) return { status: 401, body: { error: 'Unauthorized' } };
    if (method === 'POST' && path === '/v1/meetings') return make(objectOf(body));
    const id = /^\/v1\/meetings\/([^/]+)$/.exec(path)?.[1];
    if (id === undefined) return { status: 404 };
    if (method === 'DELETE') {
      meetings.delete(id);
      return { status: 204 };
    }
    const meeting = meetings.get(id);
    if (method !== 'GET' || meeting === undefined) return { status: 404 };
    const shown = Object.entries(meeting).filter(([name]) => tells === 'everything' || documented.includes(name));
    return { status: 200, body: withoutSecrets(Object.fromEntries(shown)) };
  };

  return { ...(await startRestServer(answer)), meetings };
};
