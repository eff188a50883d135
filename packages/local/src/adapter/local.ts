import {
  browserEnvironment,
  type ConnectionReport,
  type Environment,
  type OpaqueId,
  type Reach,
  type RoomAdapter,
} from '@quietroom/core';
import { capabilities, manifest } from './manifest.ts';

/** What {@link local} is made with. */
export interface LocalOptions {
  /** Where the relay is: a `ws:`, `wss:`, `http:` or `https:` address, or a path of this page's own server. */
  readonly url: string;
  /** The visit's room: the id that the visit passes are signed for. */
  readonly room: OpaqueId;
  /**
   * STUN and TURN servers, for people behind different networks. None by default: no server but the relay is asked.
   * A STUN or TURN server learns the network addresses of the people in the visit.
   */
  readonly iceServers?: readonly RTCIceServer[];
  /** Time and randomness; the browser's own unless a test says otherwise. */
  readonly environment?: Pick<Environment, 'clock' | 'crypto'>;
}

const relayUrl = (url: string, room: OpaqueId): URL => {
  const resolved = new URL(url, typeof location === 'undefined' ? undefined : location.href);
  resolved.protocol = resolved.protocol.replace('http', 'ws');
  resolved.searchParams.set('room', room);
  return resolved;
};

const nothingReached = (iceServers: readonly RTCIceServer[]): ConnectionReport => {
  const rest: Reach = { outcome: iceServers.length > 0 ? 'unreached' : 'not-configured' };
  return { server: { outcome: 'unreached' }, stun: rest, turn: rest };
};

/**
 * The adapter for direct browser-to-browser visits of 2 to 4 people through the relay of `@quietroom/local/relay`. No
 * vendor, no account; for development and small self-hosted use. Creating it makes no request.
 */
export const local = ({ url, room, iceServers = [], environment }: LocalOptions): RoomAdapter => ({
  provider: 'local',
  manifest,
  capabilities,
  async connect(request, report) {
    // Nothing of the transport is loaded before somebody joins.
    const { connect } = await import('./connection.ts');
    return connect(
      { url: relayUrl(url, room), iceServers, environment: environment ?? browserEnvironment() },
      request,
      report,
    );
  },
  async probe(signal) {
    const loaded = await import('./probe.ts').catch(() => null);
    // The server that has the relay has this code too: where it cannot be fetched, nothing is reached.
    if (loaded === null) return nothingReached(iceServers);
    return loaded.probe(
      { url: relayUrl(url, room), iceServers, clock: (environment ?? browserEnvironment()).clock },
      signal,
    );
  },
});
