import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { browserEnvironment, parseOpaqueId, type Environment, type OpaqueId, type Trust } from '@quietroom/core';
import { WebSocketServer } from 'ws';
import { maximumMessageBytes, pingEvery } from '../protocol/timing.ts';
import type { RelayEvent } from './relay-event.ts';
import { Room } from './room.ts';
import { RelaySocket } from './socket.ts';

/** What a relay is made with. */
export interface RelayOptions {
  /** The public keys of the server that signs visit passes. Nobody enters without a pass signed by one of them. */
  readonly trust: Trust;
  /** How many may be in a visit, 2 to 6. Four is what was measured on one core each. */
  readonly maximumParticipants?: number;
  /** How many visits at once. */
  readonly maximumRooms?: number;
  /** How many sockets at once, entered or not. */
  readonly maximumConnections?: number;
  /**
   * The page origins that may connect, for example `https://visits.clinic.example`. Left out, any may: a page of
   * another origin has no pass, and no cookie counts here.
   */
  readonly origins?: readonly string[];
  /** Time and randomness; the machine's own unless a test says otherwise. */
  readonly clock?: Environment['clock'];
  readonly crypto?: Environment['crypto'];
  /** Told what happens, in opaque ids and closed words. */
  readonly onEvent?: (event: RelayEvent) => void;
}

/** Connects pages until they reach each other directly. Holds nothing but who sits where; writes nothing down. */
export interface Relay {
  /** For the `upgrade` event of a Node HTTP server, at any path; the visit is the query's `room`. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** How many visits there are. */
  readonly rooms: number;
  /** Cuts every socket and forgets every room. */
  close(): void;
}

const refuse = (socket: Duplex, status: '400 Bad Request' | '403 Forbidden' | '503 Service Unavailable'): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

const requestedRoom = (request: IncomingMessage): OpaqueId | null => {
  const url = URL.parse(request.url ?? '', 'http://relay');
  return parseOpaqueId(url?.searchParams.get('room'));
};

/** Makes a relay. @throws RangeError when `maximumParticipants` is out of range. */
export const createRelay = (options: RelayOptions): Relay => {
  const { trust, maximumParticipants = 4, maximumRooms = 200, maximumConnections = 500, origins } = options;
  const machine = browserEnvironment();
  const { clock = machine.clock, crypto = machine.crypto, onEvent = () => undefined } = options;
  if (!Number.isInteger(maximumParticipants) || maximumParticipants < 2 || maximumParticipants > 6) {
    throw new RangeError('maximumParticipants must be 2 to 6: every page sends its picture to every other.');
  }
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maximumMessageBytes,
    perMessageDeflate: false,
    clientTracking: false,
  });
  const rooms = new Map<OpaqueId, Room>();
  const sockets = new Set<RelaySocket>();
  let closed = false;

  let tickedAt = clock.now();
  const stopPinging = clock.every(pingEvery, () => {
    const now = clock.now();
    // After a pause of this process itself, silence says nothing about the others.
    const judge = now - tickedAt < pingEvery * 2;
    tickedAt = now;
    for (const socket of [...sockets]) socket.ping(judge);
  });

  const openRoom = (id: OpaqueId): Room | null => {
    const existing = rooms.get(id);
    if (existing !== undefined || rooms.size >= maximumRooms) return existing ?? null;
    const room = new Room({
      id,
      maximumParticipants,
      maximumWaiting: 8,
      clock,
      crypto,
      onEvent,
      onEmpty() {
        if (rooms.delete(id)) onEvent({ type: 'room-closed', room: id });
      },
    });
    rooms.set(id, room);
    onEvent({ type: 'room-opened', room: id });
    return room;
  };

  return {
    handleUpgrade(request, socket, head) {
      const room = requestedRoom(request);
      const { origin } = request.headers;
      if (room === null) {
        refuse(socket, '400 Bad Request');
      } else if (origins !== undefined && (origin === undefined || !origins.includes(origin))) {
        refuse(socket, '403 Forbidden');
      } else if (closed || sockets.size >= maximumConnections) {
        refuse(socket, '503 Service Unavailable');
      } else {
        server.handleUpgrade(request, socket, head, (webSocket) => {
          const page = new RelaySocket(webSocket, {
            room,
            trust,
            clock,
            crypto,
            onEvent,
            openRoom: () => openRoom(room),
            findRoom: () => rooms.get(room) ?? null,
          });
          sockets.add(page);
          webSocket.on('close', () => {
            sockets.delete(page);
          });
        });
      }
    },
    get rooms() {
      return rooms.size;
    },
    close() {
      closed = true;
      stopPinging();
      for (const socket of sockets) socket.terminate();
      for (const room of rooms.values()) room.dissolve();
      rooms.clear();
      server.close();
    },
  };
};
