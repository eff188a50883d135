/** Where a Whereby room is, with the host's key taken off. */
export interface RoomReference {
  /** Subdomain and room name, nothing else: this is what the vendor's client is given. */
  readonly roomUrl: string;
  /** The key from a `hostRoomUrl`. It never appears in an address again; `null` for a visitor. */
  readonly roomKey: string | null;
}

/** The room's address cannot be used. Its text names the fault and never the address, which may hold something personal. */
export class RoomReferenceError extends Error {
  override readonly name = 'RoomReferenceError';
}

const uuid = /^\/[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const organisation = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.whereby\.com$/;

const refuse = (what: string, remedy: string): never => {
  throw new RoomReferenceError(`The address of the Whereby room is refused: ${what} ${remedy}`);
};

const parse = (address: string): URL => {
  const url = URL.parse(address);
  if (url === null) return refuse('it is no address.', 'Pass the roomUrl or hostRoomUrl of the vendor’s API as it is.');
  if (url.protocol !== 'https:') refuse('it is not https.', 'Visits travel encrypted or not at all.');
  if (url.username !== '' || url.password !== '' || url.port !== '')
    refuse('it holds a user, a password or a port.', 'Pass the address of the vendor’s API as it is.');
  if (!organisation.test(url.hostname))
    refuse('it is not a room of an organisation at whereby.com.', 'Use https://<organisation>.whereby.com/<uuid>.');
  if (url.hash !== '') refuse('it has a fragment.', 'Remove it; it could hold something personal.');
  if (!uuid.test(url.pathname))
    refuse('the name of the room is not a UUID.', 'Create rooms with roomNamePattern "uuid" and without a prefix.');
  return url;
};

/**
 * Reads what the vendor's API calls `roomUrl` or `hostRoomUrl`: https, an organisation at whereby.com, a room name that
 * is a UUID (rule W1-05), and no parameter but the host's key. @throws RoomReferenceError
 */
export const parseRoomReference = (
  given: { readonly roomUrl: string } | { readonly hostRoomUrl: string },
): RoomReference => {
  const forHost = 'hostRoomUrl' in given;
  const url = parse(forHost ? given.hostRoomUrl : given.roomUrl);
  const parameters = [...url.searchParams];
  const roomKey = url.searchParams.get('roomKey');
  if (forHost && (parameters.length !== 1 || roomKey === null || roomKey === ''))
    refuse('a hostRoomUrl has the parameter roomKey and no other.', 'Pass it as the vendor’s API returned it.');
  if (!forHost && parameters.length > 0)
    refuse('it has parameters.', 'A host’s address goes into hostRoomUrl; others have none.');
  return { roomUrl: `https://${url.hostname}${url.pathname}`, roomKey };
};
