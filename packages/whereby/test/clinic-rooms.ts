import type { Clock, OpaqueId, RoomAdapter } from '@quietroom/core';
import { controlWhereby, type CreatedRoom, type WherebyControl } from '@quietroom/emulators/whereby/control';
import { redirectWhereby } from '@quietroom/emulators/whereby/redirect';
import { whereby } from '@quietroom/whereby';
import { inject } from 'vitest';
import { hurriedClock } from './hurried.ts';

const sample = 'https://quietroom.whereby.com/0b3f9c52-6a1e-4f6b-9d0c-1b7f2f7f9a10';
const rooms = new Map<OpaqueId, Promise<CreatedRoom>>();

/** Scripts the stand-in for the vendor's servers. */
export const vendor = (): WherebyControl => controlWhereby(inject('wherebyUrl'));

/** From now on, this page's requests for the vendor's hosts lead to the stand-in. */
export const leadToStandIn = (): void => {
  redirectWhereby({ origin: inject('wherebyUrl') });
};

/** The room of a visit, made as the clinic's server would make it unless told otherwise, when it is first asked for. */
export const roomOf = (
  visit: OpaqueId,
  mistaken: { readonly locked?: boolean; readonly mode?: 'normal' | 'group' } = {},
): Promise<CreatedRoom> => {
  const room = rooms.get(visit) ?? vendor().createRoom({ ...mistaken, name: `/${visit}` });
  rooms.set(visit, room);
  return room;
};

/** The adapter as the clinic's server hands its address out: the host's to clinicians, the plain one to everybody else. */
export const adapterFor = (visit: OpaqueId, clock?: Clock): RoomAdapter => ({
  ...whereby({ roomUrl: sample }),
  async connect(request, report) {
    const { roomUrl, hostRoomUrl } = await roomOf(visit);
    const address = request.self.role === 'clinician' ? { hostRoomUrl } : { roomUrl };
    return whereby({ ...address, ...(clock && { environment: { clock } }) }).connect(request, report);
  },
});

/** The adapter for an organisation that the vendor does not know. Its client would wait for ever; ten seconds pass quickly. */
export const adapterForNobody = (visit: OpaqueId): RoomAdapter =>
  whereby({ roomUrl: `https://unheard-of.whereby.com/${visit}`, environment: { clock: hurriedClock() } });

/** Cuts everybody off from the vendor's signalling. */
export const cutSignalling = async (): Promise<void> => {
  await vendor().setDown('signal', true);
  for (const room of rooms.values()) await vendor().hangUp((await room).room);
};

/** Lets everybody reach it again. */
export const restoreSignalling = (): Promise<void> => vendor().setDown('signal', false);
