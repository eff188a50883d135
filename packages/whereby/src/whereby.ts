import { browserEnvironment, RoomError, type Environment, type RoomAdapter } from '@quietroom/core';
import { loadVendor } from './load-vendor.ts';
import { capabilities, manifest } from './manifest.ts';
import { rules } from './rules.ts';
import { parseRoomReference } from './room-reference.ts';

/** What {@link whereby} is made with: the room's address, as the vendor's API returned it to your server. */
export type WherebyOptions = (
  | { /** For everybody but clinicians. */ readonly roomUrl: string; readonly hostRoomUrl?: never }
  | {
      /** For the clinician's page only: whoever has it is host. Its key is split off here and leaves the address. */
      readonly hostRoomUrl: string;
      readonly roomUrl?: never;
    }
) & {
  /** Time; the browser's own unless a test says otherwise. */
  readonly environment?: Pick<Environment, 'clock'>;
};

/** What is being loaded; who gives up meanwhile need not wait for it. @throws RoomError `cancelled` */
const unlessAborted = <Loaded>(signal: AbortSignal, loading: Promise<Loaded>): Promise<Loaded> =>
  new Promise((resolve, reject) => {
    const cancel = (): void => {
      reject(new RoomError('cancelled'));
    };
    signal.addEventListener('abort', cancel, { once: true });
    loading.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', cancel);
    });
  });

/**
 * The adapter for Whereby rooms, on the vendor's unmodified client. Creating it makes no request and loads nothing of
 * the vendor's. @throws RoomReferenceError when the address is not https, its room name no UUID, or it has parameters
 * other than the host's key
 */
export const whereby = ({ roomUrl, hostRoomUrl, environment }: WherebyOptions): RoomAdapter => {
  const reference = parseRoomReference(hostRoomUrl === undefined ? { roomUrl } : { hostRoomUrl });
  return {
    provider: 'whereby',
    reference: reference.roomUrl.slice(reference.roomUrl.lastIndexOf('/')),
    manifest,
    capabilities,
    rules,
    async connect(request, report) {
      if (request.signal.aborted) throw new RoomError('cancelled');
      // A host's address on anybody else's page is a mistake of the server's, and a grave one.
      if (reference.roomKey !== null && request.self.role !== 'clinician') throw new RoomError('pass-mismatch');
      // Side by side: the vendor's code is the larger part by far.
      const [{ connect }, vendor] = await unlessAborted(
        request.signal,
        Promise.all([import('./connection.ts'), loadVendor()]),
      ).catch((error: unknown) => {
        throw RoomError.from(error, 'room-unreachable');
      });
      return connect({ vendor, reference, environment: environment ?? browserEnvironment() }, request, report);
    },
  };
};
