import { describe, expect, it, test } from 'vitest';
import { parseRoomReference, RoomReferenceError } from './room-reference.ts';

const room = 'https://quillmoor.whereby.com/0b3f9c52-6a1e-4f6b-9d0c-1b7f2f7f9a10';

describe('the address of a room', () => {
  it('is taken as the vendor’s API gives it', () => {
    expect(parseRoomReference({ roomUrl: room })).toEqual({ roomUrl: room, roomKey: null });
  });

  it('loses the host’s key before the vendor’s client sees it', () => {
    expect(parseRoomReference({ hostRoomUrl: `${room}?roomKey=ey.host.key` })).toEqual({
      roomUrl: room,
      roomKey: 'ey.host.key',
    });
  });

  test.each([
    ['no address', 'quillmoor'],
    ['not https', room.replace('https', 'http')],
    ['a name that is no UUID', 'https://quillmoor.whereby.com/zylphia-quonsett'],
    ['a prefix before the UUID', room.replace('com/', 'com/quonsett-')],
    ['a longer path', `${room}/quonsett`],
    ['another host', room.replace('whereby.com', 'whereby.example')],
    ['no organisation', room.replace('quillmoor.', '')],
    ['a host that only ends alike', room.replace('.whereby.com', '.notwhereby.com')],
    ['a user', room.replace('https://', 'https://zylphia@')],
    ['a port', room.replace('.com', '.com:8443')],
    ['a parameter', `${room}?displayName=Zylphia`],
    ['a host’s key where a visitor’s address belongs', `${room}?roomKey=key`],
    ['a fragment', `${room}#zylphia`],
  ])('is refused with %s', (_what, roomUrl) => {
    expect(() => parseRoomReference({ roomUrl })).toThrow(RoomReferenceError);
  });

  test.each([
    ['without a key', room],
    ['with an empty key', `${room}?roomKey=`],
    ['with something beside the key', `${room}?roomKey=key&embed`],
    ['with two keys', `${room}?roomKey=key&roomKey=other`],
  ])('for a host is refused %s', (_what, hostRoomUrl) => {
    expect(() => parseRoomReference({ hostRoomUrl })).toThrow(RoomReferenceError);
  });

  it('is not repeated in the refusal: it may hold a name', () => {
    expect(() => parseRoomReference({ roomUrl: `${room}?displayName=Zylphia` })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('Zylphia') as string }),
    );
  });
});
