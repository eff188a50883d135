import type {
  HMSActions,
  HMSNotifications,
  HMSReactiveStore,
  HMSStore,
  HMSStoreWrapper,
} from '@100mslive/hms-video-store';
import { RoomError, type Clock, type Pseudonym } from '@quietroom/core';
import { joinErrorOf } from './hms-error.ts';
import { call, isObject, partOf } from './internals.ts';
import type { Vendor } from './load-vendor.ts';
import { makePrivately } from './private-page.ts';
import { quietClient, type Internals, type QuietOptions } from './quiet-client.ts';

/** How long each step of joining may take, in milliseconds. */
const answerWithin = 10_000;
/** How long taking the client apart may take, in milliseconds. */
const goodbyeWithin = 1500;

/** What a line is opened with. */
export interface LineOptions extends QuietOptions {
  readonly vendor: Vendor;
  readonly name: Pseudonym;
  /** What somebody who waits shows at the door. */
  readonly card: string;
}

/** One client of the vendor, used for one way into a room and out again, and taken apart from whatever state it is in. */
export class VendorLine {
  readonly reactive: HMSReactiveStore;
  readonly actions: HMSActions;
  readonly notifications: HMSNotifications;
  readonly store: HMSStoreWrapper;
  readonly #clock: Clock;
  readonly #config: { readonly userName: string; readonly metaData: string };
  readonly #internals: Internals;
  #token = '';
  #closing: Promise<void> | null = null;

  constructor({ vendor, name, card, ...quiet }: LineOptions) {
    this.#clock = quiet.clock;
    this.#config = { userName: name, metaData: card };
    this.reactive = makePrivately(vendor);
    this.actions = this.reactive.getActions();
    // Before anything else: by default it writes tokens, addresses and messages to the console.
    this.actions.setLogLevel(vendor.HMSLogLevel.NONE);
    this.notifications = this.reactive.getNotifications();
    this.store = this.reactive.getStore();
    this.#internals = quietClient(this.reactive, quiet);
  }

  state(): HMSStore {
    return this.store.getState();
  }

  /** The client's own object for one of this page's lines, while there is one. */
  ownTrack(source: 'microphone' | 'camera'): object | null {
    const peer: unknown = call(this.#internals.sdk, 'getLocalPeer');
    const track: unknown = isObject(peer)
      ? Reflect.get(peer, source === 'microphone' ? 'audioTrack' : 'videoTrack')
      : null;
    return isObject(track) ? track : null;
  }

  /** Goes to the vendor and learns the rules of the room, invisible to those in it. @throws RoomError */
  async preview(token: string, signal: AbortSignal): Promise<void> {
    this.#token = token;
    await this.#within(signal, () => this.actions.preview(this.#joining()));
  }

  /** Goes into the room, in the role the token has there. Nothing is sent. @throws RoomError */
  async join(signal?: AbortSignal): Promise<void> {
    await this.#within(signal, () => this.actions.join(this.#joining()));
    if (this.state().room.isConnected !== true) throw new RoomError('room-unreachable');
  }

  /** Takes the client apart. Idempotent; afterwards it has no socket, no connection, no timer and no track. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const { transport, silence } = this.#internals;
    silence();
    let stop = (): void => undefined;
    const tooLong = new Promise<void>((resolve) => {
      stop = this.#clock.after(goodbyeWithin, resolve);
    });
    await Promise.race([this.actions.leave().catch(() => undefined), tooLong]);
    stop();
    // Without a room the client leaves nothing, and keeps its socket.
    await Promise.resolve(call(partOf(transport, 'signal'), 'close')).catch(() => undefined);
  }

  #joining() {
    return {
      ...this.#config,
      authToken: this.#token,
      // Left out, camera and microphone would be on; said so here, a change of role leaves them off, too.
      settings: { isAudioMuted: true, isVideoMuted: true },
      rememberDeviceSelection: false,
      autoManageWakeLock: false,
      captureNetworkQualityInPreview: false,
    };
  }

  #within(signal: AbortSignal | undefined, act: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = this.#clock.after(answerWithin, () => {
        finish(new RoomError('room-unreachable'));
      });
      const cancel = (): void => {
        finish(new RoomError('cancelled'));
      };
      const finish = (error: RoomError | null): void => {
        stop();
        signal?.removeEventListener('abort', cancel);
        if (error === null) resolve();
        else reject(error);
      };
      signal?.addEventListener('abort', cancel);
      if (signal?.aborted) {
        cancel();
        return;
      }
      act().then(
        () => {
          finish(null);
        },
        (error: unknown) => {
          finish(joinErrorOf(error));
        },
      );
    });
  }
}
