import { RoomError, type Clock, type ConnectionReport, type Reach } from '@quietroom/core';
import { IceServers, type IceServerSource } from './ice-servers.ts';
import { parseRelayMessage } from '../protocol/relay-message.ts';

/** How long one stretch of the way may take to answer, in milliseconds. */
const patience = 8000;

/** What a probe is made with. */
export interface ProbeOptions {
  readonly url: URL;
  readonly iceServers: IceServerSource;
  readonly iceTransportPolicy: RTCIceTransportPolicy;
  readonly clock: Clock;
}

/** Settles when `attempt` calls one of its two, when time is up, or when the signal aborts; then `undo` has run. */
const within = (
  clock: Clock,
  signal: AbortSignal,
  attempt: (reached: () => void, over: () => void) => () => void,
): Promise<Reach> =>
  new Promise((resolve, reject) => {
    const began = clock.now();
    const settle = (act: () => void) => {
      stopWaiting();
      signal.removeEventListener('abort', onAbort);
      undo();
      act();
    };
    const over = () => {
      settle(() => {
        resolve({ outcome: 'unreached' });
      });
    };
    const onAbort = () => {
      settle(() => {
        reject(new RoomError('cancelled'));
      });
    };
    const stopWaiting = clock.after(patience, over);
    signal.addEventListener('abort', onAbort);
    const undo = attempt(() => {
      const milliseconds = Math.round(clock.now() - began);
      settle(() => {
        resolve({ outcome: 'reached', milliseconds });
      });
    }, over);
    if (signal.aborted) onAbort();
  });

/** The relay's first word is its challenge: hearing it proves the way there and back, and nothing was told yet. */
const reachRelay = ({ url, clock }: ProbeOptions, signal: AbortSignal): Promise<Reach> =>
  within(clock, signal, (reached, over) => {
    const socket = new WebSocket(url);
    const listening = new AbortController();
    socket.addEventListener(
      'message',
      ({ data }) => {
        if (parseRelayMessage(data)?.type === 'challenge') reached();
        else over();
      },
      { signal: listening.signal },
    );
    socket.addEventListener('close', over, { signal: listening.signal });
    socket.addEventListener('error', over, { signal: listening.signal });
    return () => {
      listening.abort();
      socket.close();
    };
  });

const candidates = { stun: 'srflx', turn: 'relay' } as const;

const serversOf = (kind: keyof typeof candidates, servers: readonly RTCIceServer[]): RTCIceServer[] =>
  servers.filter(({ urls }) => [urls].flat().some((address) => address.startsWith(kind)));

/** Whether a STUN or TURN server hands out the candidate it is there for. */
const reachIce = (
  kind: keyof typeof candidates,
  known: readonly RTCIceServer[],
  clock: Clock,
  signal: AbortSignal,
): Promise<Reach> => {
  const servers = serversOf(kind, known);
  if (servers.length === 0) return Promise.resolve({ outcome: 'not-configured' });
  return within(clock, signal, (reached, over) => {
    const connection = new RTCPeerConnection({
      iceServers: servers,
      iceTransportPolicy: kind === 'turn' ? 'relay' : 'all',
    });
    const listening = new AbortController();
    connection.addEventListener(
      'icecandidate',
      ({ candidate }) => {
        if (candidate === null) over();
        else if (candidate.type === candidates[kind]) reached();
      },
      { signal: listening.signal },
    );
    connection.createDataChannel('probe');
    connection.setLocalDescription().catch(over);
    return () => {
      listening.abort();
      connection.close();
    };
  });
};

/** Tries what helps picture and sound through. Where the host's function does not say what that is, nothing is reached. */
const reachAround = async (
  servers: IceServers,
  { clock, iceTransportPolicy }: ProbeOptions,
  signal: AbortSignal,
): Promise<Pick<ConnectionReport, 'stun' | 'turn'>> => {
  await servers.renew();
  const known = servers.current;
  if (known === null) return { stun: { outcome: 'unreached' }, turn: { outcome: 'unreached' } };
  // Where everything goes through TURN, a direct way is of no use.
  const direct = iceTransportPolicy === 'relay' ? [] : known;
  const [stun, turn] = await Promise.all([
    reachIce('stun', direct, clock, signal),
    reachIce('turn', known, clock, signal),
  ]);
  return { stun, turn };
};

/** Tries the relay and, where configured, STUN and TURN. Leaves nothing open. @throws RoomError `cancelled` */
export const probe = async (options: ProbeOptions, signal: AbortSignal): Promise<ConnectionReport> => {
  const servers = new IceServers(options.iceServers, options.clock);
  try {
    const [server, around] = await Promise.all([reachRelay(options, signal), reachAround(servers, options, signal)]);
    return { server, ...around };
  } finally {
    servers.close();
  }
};
