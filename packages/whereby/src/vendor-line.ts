import type { RoomConnectionClient, WherebyClient } from '@whereby.com/core';
import type { RtcManager, ServerSocket } from '@whereby.com/media';
import { RoomError, type Clock, type OpaqueId, type Pseudonym } from '@quietroom/core';
import { lendFreshDevice } from './device-credentials.ts';
import type { Vendor } from './load-vendor.ts';
import type { RoomReference } from './room-reference.ts';
import { holdTelemetryGuard } from './telemetry-guard.ts';

/** How long joining or being turned away may take, in milliseconds. The vendor's client would wait for ever. */
const answerWithin = 10_000;
/** How long the vendor's server may take to say goodbye, in milliseconds. */
const goodbyeWithin = 1500;

type ClientState = ReturnType<ReturnType<WherebyClient['getStore']>['getState']>;

/** What the vendor answers when it does not let somebody in, in our words. */
const joinErrors: Readonly<Record<string, 'room-full' | 'pass-refused'>> = {
  room_full: 'room-full',
  room_concurrency_control_error: 'room-full',
  max_viewer_limit_reached: 'room-full',
  invalid_key: 'pass-refused',
  room_join_permission_denied: 'pass-refused',
};

/** The vendor's refusal as one of our errors. */
export const joinErrorOf = (error: string): RoomError =>
  new RoomError(joinErrors[error] ?? 'room-unreachable', { cause: error });

/** The client times how long a browser looks for its addresses, and forgets to stop. */
const stopGathering = (manager: RtcManager | null): void => {
  const timer: unknown = manager && Reflect.get(manager, '_icePublicIPGatheringTimeoutID');
  if (typeof timer === 'number') clearTimeout(timer);
};

/** One client of the vendor, used for one visit, and taken apart again from whatever state it is in. */
export class VendorLine {
  readonly client: WherebyClient;
  readonly room: RoomConnectionClient;
  readonly #clock: Clock;
  readonly #vendor: Vendor;
  readonly #releaseGuard: () => void;
  readonly #forgetDevice: () => void;
  #socket: ServerSocket | null = null;
  #closing: Promise<void> | null = null;

  constructor(vendor: Vendor, clock: Clock) {
    this.#vendor = vendor;
    this.#clock = clock;
    this.client = new vendor.WherebyClient();
    this.#releaseGuard = holdTelemetryGuard();
    this.room = this.client.getRoomConnection();
    this.#forgetDevice = lendFreshDevice(this.client);
  }

  /** The vendor's state. It may be stale after leaving. */
  state(): ClientState {
    return this.client.getStore().getState();
  }

  /** Calls after every change of the vendor's state, and for much that is none. */
  subscribe(listener: () => void): () => void {
    return this.client.getStore().subscribe(listener);
  }

  rtcManager(): RtcManager | null {
    return this.state().rtcConnection.rtcManager;
  }

  /** The line to the vendor's signalling, from the moment it is being opened. */
  get socket(): ServerSocket {
    const socket = this.#socket ?? this.state().signalConnection.socket;
    if (socket === null) throw new RoomError('not-connected');
    return socket;
  }

  /**
   * Goes to the room's door. Resolves when inside or when told that the room is locked.
   * @throws RoomError `room-*`, `pass-refused`, `cancelled`
   */
  async approach(
    reference: RoomReference,
    self: { readonly name: Pseudonym; readonly id: OpaqueId },
    signal: AbortSignal,
  ): Promise<void> {
    this.room.initialize({
      roomUrl: reference.roomUrl,
      displayName: self.name,
      externalId: self.id,
      ...(reference.roomKey === null ? {} : { roomKey: reference.roomKey }),
    });
    this.#socket = this.#catchSocket(() => {
      // Its promise may be settled by another client of the page, or never. The state is what counts.
      this.room.joinRoom().catch(() => undefined);
    });
    // Its monitor reads the counters of every connection of the page for telemetry, and runs on after leaving.
    // It does not start where it believes to be running.
    this.client.getStore().dispatch({
      type: 'connectionMonitor/connectionMonitorStarted',
      payload: { stopIssueSubscription: () => undefined },
    });
    await this.until(
      ({ roomConnection: { status, error } }) => {
        if (error) throw joinErrorOf(error);
        return status === 'connected' || status === 'room_locked';
      },
      answerWithin,
      signal,
    );
  }

  /** Waits for a state. @throws RoomError `room-unreachable` after too long, `cancelled`, or what the check throws */
  until(check: (state: ClientState) => boolean, within: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      let done = false;
      const finish = (settle: () => void): void => {
        if (done) return;
        done = true;
        stopWaiting();
        unsubscribe();
        signal?.removeEventListener('abort', cancel);
        settle();
      };
      const cancel = (): void => {
        finish(() => {
          reject(new RoomError('cancelled'));
        });
      };
      const look = (): void => {
        try {
          if (check(this.state())) finish(resolve);
        } catch (error) {
          finish(() => {
            reject(RoomError.from(error, 'room-unreachable'));
          });
        }
      };
      const stopWaiting = this.#clock.after(within, () => {
        finish(() => {
          reject(new RoomError('room-unreachable'));
        });
      });
      const unsubscribe = this.subscribe(look);
      signal?.addEventListener('abort', cancel);
      if (signal?.aborted) cancel();
      else look();
    });
  }

  /** Takes the client apart. Idempotent; afterwards it has no socket, no knock, no connection and no track. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const { status } = this.state().roomConnection;
    const manager = this.rtcManager();
    // Caught at the start; where the vendor's packages come in two copies, known once it is connected.
    const socket = this.#socket ?? this.state().signalConnection.socket;
    // The client withdraws no knock of somebody kept waiting, and after withdrawing the other it would join again.
    if (status === 'knocking' || status === 'knock_on_hold') socket?.emit('cancel_room_knock');
    this.room.leaveRoom();
    if (status === 'connected') {
      await this.until(({ roomConnection }) => roomConnection.status === 'left', goodbyeWithin).catch(() => undefined);
    }
    const steps = [
      // leaveRoom does this only from inside a room.
      () => socket?.disconnect(),
      () => manager?.disconnectAll(),
      () => {
        stopGathering(manager);
      },
      () => {
        this.client.getLocalMedia().stopMedia();
      },
      () => {
        this.client.destroy();
      },
      this.#forgetDevice,
      this.#releaseGuard,
    ];
    for (const step of steps) {
      try {
        step();
      } catch {
        // What the vendor's code fails at keeps nothing else open.
      }
    }
  }

  /** The client keeps its socket to itself until it is connected, so a line to a dead server could never be closed. */
  #catchSocket(join: () => void): ServerSocket | null {
    const { prototype } = this.#vendor.ServerSocket;
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its socket below
    const { connect } = prototype;
    const caught: ServerSocket[] = [];
    prototype.connect = function connectCaught(this: ServerSocket) {
      caught.push(this);
      connect.call(this);
    };
    try {
      join();
    } finally {
      prototype.connect = connect;
    }
    return caught[0] ?? null;
  }
}
