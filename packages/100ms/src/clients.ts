import type { HMSActions, HMSNotifications, HMSStoreWrapper } from '@100mslive/hms-video-store';
import type { RoomAdapter } from '@quietroom/core';

/** The vendor's client of a visit, as its own React package takes it. Its actions pass no gate. */
export interface HmsClient {
  readonly actions: HMSActions;
  readonly store: HMSStoreWrapper;
  readonly notifications: HMSNotifications;
}

/** Who has a client, and since when; for this package's own entries only. */
export class ClientOf {
  static readonly #all = new WeakMap<RoomAdapter, ClientOf>();
  readonly #listeners = new Set<() => void>();
  #client: HmsClient | null = null;

  /** The client of an adapter's visit; null for an adapter that is not one of `hms`. */
  static of(adapter: RoomAdapter): ClientOf | null {
    return ClientOf.#all.get(adapter) ?? null;
  }

  /** Keeps the client of an adapter from now on. */
  keepFor(adapter: RoomAdapter): void {
    ClientOf.#all.set(adapter, this);
  }

  get(): HmsClient | null {
    return this.#client;
  }

  /** Calls when there is another client, or none any more. @returns stops */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  set(client: HmsClient | null): void {
    this.#client = client;
    for (const listener of [...this.#listeners]) listener();
  }
}
