import { randomUUID } from 'node:crypto';
import type { RoomJoinedSuccess, SignalClient, SignalKnocker, Spotlight } from '@whereby.com/media';
import type { Connection } from './connection.ts';
import type { WireEvent, WirePayload } from './wire.ts';

/** How a room is made. */
export interface RoomOptions {
  /** The organisation it belongs to, by its id. */
  readonly organisationId: string;
  /** Its path, with the slash: `/…`. A random UUID when left out. */
  readonly name?: string;
  /** Whether visitors without a key must knock. Default true. */
  readonly locked?: boolean;
  /** `normal` goes from browser to browser; `group` would need a media server, which this is not. */
  readonly mode?: 'normal' | 'group';
  /** How many people fit. Default 20. */
  readonly capacity?: number;
  /** How many characters a chat message may have. The vendor's limit is unknown; default 65,536. */
  readonly longestText?: number;
}

/** Somebody in the room: a person with a connection, or a program or a telephone without one. */
export interface Occupant {
  readonly client: SignalClient;
  readonly connection: Connection | null;
}

/** A participant that is no browser. */
export type RobotRole = 'recorder' | 'streamer' | 'captioner';

/** One room: who is in it, who waits before it, and what is switched on in it. */
export class Room {
  readonly id = randomUUID();
  readonly name: string;
  readonly organisationId: string;
  readonly mode: 'normal' | 'group';
  /** Opens the room as its host. It stands for the signed token of the vendor's REST API. */
  readonly hostKey = `host.${randomUUID()}`;
  /** Where the knocker's key is who was let in: each opens the room as `granted_visitor`. */
  readonly grantedKeys = new Set<string>();
  readonly occupants = new Map<string, Occupant>();
  readonly knockers = new Map<string, { readonly knocker: SignalKnocker; readonly connection: Connection }>();
  /** Who came back after a lost connection is known by their claim. */
  readonly claims = new Map<string, { readonly clientId: string; readonly deviceId: string }>();
  readonly spotlights: Spotlight[] = [];
  capacity: number;
  longestText: number;
  locked: boolean;
  transcriptionId: string | null = null;
  captions = false;
  session: { readonly id: string; readonly createdAt: string } | null = null;

  constructor(options: RoomOptions) {
    this.organisationId = options.organisationId;
    this.name = options.name ?? `/${randomUUID()}`;
    this.locked = options.locked ?? true;
    this.mode = options.mode ?? 'normal';
    this.capacity = options.capacity ?? 20;
    this.longestText = options.longestText ?? 65_536;
  }

  /** Who has a connection, except one. */
  *connections(except?: Connection): Iterable<Connection> {
    for (const { connection } of this.occupants.values()) {
      if (connection !== null && connection !== except) yield connection;
    }
  }

  /** Tells everybody with a connection, except one if named. */
  tell<Name extends WireEvent>(except: Connection | null, event: Name, ...payload: WirePayload<Name>): void {
    for (const connection of this.connections(except ?? undefined)) connection.emit(event, ...payload);
  }

  /** Tells the hosts. */
  tellHosts<Name extends WireEvent>(event: Name, ...payload: WirePayload<Name>): void {
    for (const { client, connection } of this.occupants.values()) {
      if (client.role.roleName === 'host') connection?.emit(event, ...payload);
    }
  }

  /** Puts somebody in and tells the others. */
  enter(client: SignalClient, connection: Connection | null): void {
    this.session ??= { id: randomUUID(), createdAt: new Date().toISOString() };
    this.occupants.set(client.id, { client, connection });
    this.tell(connection, 'new_client', { client, room: { session: this.session } });
  }

  /** Takes somebody out and tells those who stay. Says whether they were there. */
  leave(clientId: string): boolean {
    if (!this.occupants.delete(clientId)) return false;
    const lit = this.spotlights.findIndex((spotlight) => spotlight.clientId === clientId);
    if (lit !== -1) this.spotlights.splice(lit, 1);
    this.tell(null, 'client_left', { clientId, eventClaim: randomUUID() });
    if (this.occupants.size === 0) {
      this.session = null;
      this.transcriptionId = null;
      this.captions = false;
    }
    return true;
  }

  /** Ends a knock and tells the hosts. */
  endKnock(clientId: string): void {
    if (this.knockers.delete(clientId)) this.tellHosts('knocker_left', { clientId });
  }

  /** The first participant of a role. */
  find(role: SignalClient['role']['roleName']): SignalClient | undefined {
    return [...this.occupants.values()].find(({ client }) => client.role.roleName === role)?.client;
  }

  /** What the SDK is told about the room when it has joined it. */
  describe(self: SignalClient): RoomJoinedSuccess['room'] {
    return {
      name: this.name,
      organizationId: this.organisationId,
      clients: [...this.occupants.values()].map(({ client }) => client),
      knockers: self.role.roleName === 'host' ? [...this.knockers.values()].map(({ knocker }) => knocker) : [],
      isClaimed: true,
      isLocked: this.locked,
      mode: this.mode,
      session: this.session,
      spotlights: this.spotlights,
      iceServers: { iceServers: [] },
      turnServers: [],
      mediaserverConfigTtlSeconds: 86_400,
      ...(this.transcriptionId !== null && { liveTranscriptionId: this.transcriptionId }),
      ...(this.mode === 'group' && { sfuServer: { url: 'sfu.srv.whereby.com' } }),
    };
  }
}
