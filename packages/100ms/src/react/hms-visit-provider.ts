'use client';

import type { HMSRoomProvider } from '@100mslive/react-sdk';
import type { RoomAdapter } from '@quietroom/core';
import {
  createElement,
  lazy,
  Suspense,
  useMemo,
  useSyncExternalStore,
  type ComponentType,
  type ReactNode,
} from 'react';
import { ClientOf } from '../clients.ts';
import { guardActions } from './guard-actions.ts';

type ProviderProps = Parameters<typeof HMSRoomProvider>[0];

// Not before there is something to show: the vendor's code is not loaded before somebody joins.
const VendorProvider: ComponentType<ProviderProps> = lazy(() =>
  import('@100mslive/react-sdk').then((sdk) => ({ default: sdk.HMSRoomProvider as ComponentType<ProviderProps> })),
);

/** See {@link HmsVisitProvider}. */
export interface HmsVisitProviderProps {
  /** The adapter of the visit, as `hms` made it. */
  readonly adapter: RoomAdapter;
  /** May use the vendor's own hooks. */
  readonly children?: ReactNode;
  /** Shown while nobody is on the way into a room. */
  readonly fallback?: ReactNode;
}

const nothing = () => () => undefined;

/**
 * Gives the vendor's own React hooks the client of a visit: to read from, and to show tiles with. The visit stays its owner,
 * and every action that passes no gate throws a `Refusal`.
 */
export const HmsVisitProvider = ({ adapter, children, fallback = null }: HmsVisitProviderProps): ReactNode => {
  const kept = ClientOf.of(adapter);
  const client = useSyncExternalStore(
    kept === null ? nothing : (listener) => kept.subscribe(listener),
    () => kept?.get() ?? null,
    () => null,
  );
  const given = useMemo(() => {
    if (client === null) return null;
    const { getState, subscribe } = client.store;
    return {
      actions: guardActions(client.actions),
      // The vendor's store can be written to by whoever has all of it.
      store: { getState, subscribe },
      notifications: { onNotification: client.notifications.onNotification.bind(client.notifications) },
      leaveOnUnload: false,
    };
  }, [client]);
  if (given === null) return fallback;
  return createElement(Suspense, { fallback }, createElement(VendorProvider, given as ProviderProps, children));
};
