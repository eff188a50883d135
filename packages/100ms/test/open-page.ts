import type { OpaqueId, Role, RoomAdapter } from '@quietroom/core';
import { openPage as openAdapterPage, type AdapterPage, type OpenPageOptions } from '@quietroom/testing/conformance';
import { adapterFor } from './clinic-rooms.ts';
import { passOf } from './unsigned-pass.ts';

/** Goes to a visit's door, or inside, with a pass the adapter can read. */
export const openPage = (
  role: Role,
  visit: OpaqueId,
  { adapter = adapterFor(visit), ...options }: OpenPageOptions & { readonly adapter?: RoomAdapter } = {},
): Promise<AdapterPage> =>
  openAdapterPage(role, adapter, {
    token: ({ id, name }) => passOf({ visit, role, sub: id, name, publicJwk: {} }),
    ...options,
  });
