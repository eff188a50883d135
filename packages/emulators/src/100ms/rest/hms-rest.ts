import { createHash, randomBytes } from 'node:crypto';
import { objectOf, type JsonObject } from '../../rest/json.ts';
import { startRestServer, type RestAnswer, type RestRequest, type RestServer } from '../../rest/rest-server.ts';
import { isManagementToken } from './management-token.ts';

/** What the stand-in is like. */
export interface HmsRestOptions {
  readonly accessKey: string;
  readonly secret: string;
  /** The templates of the account, by id. */
  readonly templates: Readonly<Record<string, JsonObject>>;
  /** `health`: names are stored as hashes and descriptions are not. Default `health`. */
  readonly workspace?: 'health' | 'ordinary';
  /** Changes what a room became, for a vendor or an account that does something else than it was told. */
  readonly settles?: (room: JsonObject) => JsonObject;
}

/** 100ms' REST interface, as far as rooms need it. Not affiliated with 100ms. */
export interface HmsRest extends RestServer {
  /** The rooms that exist, by id, as they are told. */
  readonly rooms: ReadonlyMap<string, JsonObject>;
}

const regions = new Set(['eu', 'in', 'us', 'auto']);

/** Starts the stand-in. Its base address is `${url}/v2`. */
export const startHmsRest = async (options: HmsRestOptions): Promise<HmsRest> => {
  const { accessKey, secret, templates, workspace = 'health', settles = (room: JsonObject) => room } = options;
  const rooms = new Map<string, JsonObject>();
  const idsByName = new Map<string, string>();

  const make = (body: JsonObject): RestAnswer => {
    const templateId = String(body['template_id']);
    const template = templates[templateId];
    if (template === undefined) return { status: 400, body: { code: 400, message: 'template not found' } };
    if (!regions.has(String(body['region'])))
      return { status: 400, body: { code: 400, message: 'region not supported' } };
    const name = String(body['name']);
    const isHealth = workspace === 'health';
    // The documentation: a name that exists updates its room and gives the same id.
    const id = idsByName.get(name) ?? randomBytes(12).toString('hex');
    idsByName.set(name, id);
    const upload = objectOf(objectOf(template['settings'])['composite_upload']);
    const room = settles({
      id,
      name: isHealth ? createHash('sha256').update(name).digest('hex') : name,
      enabled: true,
      description: isHealth ? '' : (body['description'] ?? ''),
      customer_id: '627cdddff2e4e30487862ad1',
      recording_source_template: body['recording_info'] === undefined,
      recording_info: body['recording_info'] ?? { enabled: false, upload_info: upload },
      template_id: templateId,
      region: body['region'],
      size: body['size'] ?? 0,
      max_duration_seconds: body['max_duration_seconds'] ?? 0,
      large_room: false,
    });
    rooms.set(id, room);
    return { status: 200, body: room };
  };

  const answer = ({ method, path, headers, body }: RestRequest): RestAnswer => {
    if (!isManagementToken(headers.authorization, accessKey, secret)) {
      return { status: 401, body: { code: 401, message: 'Token validation error' } };
    }
    if (method === 'POST' && path === '/v2/rooms') return make(objectOf(body));
    const [, kind, id = ''] = /^\/v2\/(rooms|templates)\/([^/]+)$/.exec(path) ?? [];
    const found = kind === 'rooms' ? rooms.get(id) : kind === 'templates' ? templates[id] : undefined;
    if (found === undefined) return { status: 404, body: { code: 404, message: 'not found' } };
    if (method === 'GET') return { status: 200, body: found };
    if (method !== 'POST' || kind !== 'rooms') return { status: 405 };
    const changed = { ...found, ...objectOf(body) };
    rooms.set(id, changed);
    return { status: 200, body: changed };
  };

  return { ...(await startRestServer(answer)), rooms };
};
