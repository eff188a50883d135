import type { AddressInfo } from 'node:net';

/** Whether a server listens on a port, and not on a pipe or not at all. */
export const isAddressInfo = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null;
