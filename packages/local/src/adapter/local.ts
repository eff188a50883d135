import {
  browserEnvironment,
  type ConnectionReport,
  type Environment,
  type OpaqueId,
  type Reach,
  type RoomAdapter,
} from '@quietroom/core';
import type { IceServerSource } from './ice-servers.ts';
import { capabilities, manifest } from './manifest.ts';

/** What {@link local} is made with. */
export interface LocalOptions {
  /** Where the relay is: a `ws:`, `wss:`, `http:` or `https:` address, or a path of this page's own server. */
  readonly url: string;
  /** The visit's room: the id that the visit passes are signed for. */
  readonly room: OpaqueId;
  /**
   * STUN and TURN servers, for people behind different networks. None by default: no server but the relay is asked.
   * A STUN or TURN server learns the network addresses of the people in the visit. Give a function for credentials
   * that run out: see {@link IceServerSource}.
   */
  readonly iceServers?: IceServerSource;
  /**
   * `relay` sends everything through the TURN server, so that the people in a visit do not learn each other's network
   * addresses; without one that is reached nobody sees or hears anybody. `all`, the default, prefers the direct way.
   */
  readonly iceTransportPolicy?: RTCIceTransportPolicy;
  /** Time and randomness; the browser's own unless a test says otherwise. */
  readonly environment?: Pick<Environment, 'clock' | 'crypto'>;
}

const relayUrl = (url: string, room: OpaqueId): URL => {
  const resolved = new URL(url, typeof location === 'undefined' ? undefined : location.href);
  resolved.protocol = resolved.protocol.replace('http', 'ws');
  resolved.searchParams.set('room', room);
  return resolved;
};

/** The transport. It comes from where the page came from, when joining is near. */
const loadConnection = () => import('./connection.ts');

/** All that can be said where not even the code of the test could be fetched. */
const nothingReached = (iceServers: IceServerSource): ConnectionReport => {
  const tried = typeof iceServers === 'function' || iceServers.length > 0;
  const rest: Reach = { outcome: tried ? 'unreached' : 'not-configured' };
  return { server: { outcome: 'unreached' }, stun: rest, turn: rest };
};

/**
 * The adapter for direct browser-to-browser visits of 2 to 4 people through the relay of `@quietroom/local/relay`. No
 * vendor, no account; for development and small self-hosted use. Creating it makes no request.
 */
export const local = ({
  url,
  room,
  iceServers = [],
  iceTransportPolicy = 'all',
  environment,
}: LocalOptions): RoomAdapter => ({
  provider: 'local',
  reference: room,
  manifest,
  capabilities,
  preload() {
    loadConnection().catch(() => undefined);
  },
  async connect(request, report) {
    const { connect } = await loadConnection();
    return connect(
      { url: relayUrl(url, room), iceServers, iceTransportPolicy, environment: environment ?? browserEnvironment() },
      request,
      report,
    );
  },
  async probe(signal) {
    const loaded = await import('./probe.ts').catch(() => null);
    // The server that has the relay has this code too: where it cannot be fetched, nothing is reached.
    if (loaded === null) return nothingReached(iceServers);
    return loaded.probe(
      { url: relayUrl(url, room), iceServers, iceTransportPolicy, clock: (environment ?? browserEnvironment()).clock },
      signal,
    );
  },
});
