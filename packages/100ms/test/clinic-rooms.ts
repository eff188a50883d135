import type { ConnectRequest, OpaqueId, RoomAdapter } from '@quietroom/core';
import { hms, type HmsOptions, type HmsRoles } from '@quietroom/100ms';
import { controlHms, type HmsControl } from '@quietroom/emulators/100ms/control';
import { redirectHms } from '@quietroom/emulators/100ms/redirect';
import { inject } from 'vitest';

/** As in the stand-in's template. */
export const roles: HmsRoles = {
  clinician: 'clinician',
  patient: 'patient',
  interpreter: 'interpreter',
  family: 'family',
  observer: 'observer',
  waiting: 'waiting',
};

type RoomOptions = NonNullable<Parameters<HmsControl['createRoom']>[0]>;

const rooms = new Map<OpaqueId, Promise<string>>();

/** Scripts the stand-in for the vendor's servers. */
export const vendor = (): HmsControl => controlHms(inject('hmsUrl'));

/** From now on, this page's requests for the vendor's hosts lead to the stand-in. */
export const leadToStandIn = (): void => {
  redirectHms({ origin: inject('hmsUrl') });
};

/** The room of a visit, made as the clinic's server would make it, when it is first asked for. */
export const roomOf = (visit: OpaqueId, options: RoomOptions = { storage: true }): Promise<string> => {
  const room = rooms.get(visit) ?? vendor().createRoom({ name: visit, ...options });
  rooms.set(visit, room);
  return room;
};

/** A token as the clinic's server mints it: clinicians come in by themselves, everybody else waits. */
export const tokenFor = async (visit: OpaqueId, { id, role }: ConnectRequest['self']): Promise<string> =>
  vendor().mintToken({
    room: await roomOf(visit),
    userId: id,
    role: role === 'clinician' ? roles.clinician : roles.waiting,
  });

const samples = { roomId: '0'.repeat(24), roles, token: () => Promise.resolve('') };
const extras = { recordingStorageAttestedOn: '2026-11-20', captions: true };

/** The adapter, with tokens of the stand-in for whoever connects. */
export const adapterFor = (visit: OpaqueId, changes: Partial<HmsOptions> = {}): RoomAdapter => ({
  ...hms({ ...samples, ...extras, ...changes }),
  async connect(request, report) {
    const roomId = await roomOf(visit);
    const token = () => tokenFor(visit, request.self);
    return hms({ roomId, roles, token, ...extras, ...changes }).connect(request, report);
  },
});

/** The adapter for a room that the vendor does not know. */
export const adapterForNobody = (): RoomAdapter => ({
  ...hms(samples),
  connect: (request, report) => {
    const { id: userId, role } = request.self;
    const token = () =>
      vendor().mintToken({ room: samples.roomId, userId, role: role === 'clinician' ? role : roles.waiting });
    return hms({ ...samples, token }).connect(request, report);
  },
});

/** Cuts everybody off from the vendor's signalling; media goes on. */
export const cutSignalling = async (): Promise<void> => {
  await vendor().setDown('signal', true);
  for (const room of rooms.values()) {
    await vendor().hangUp(await room);
  }
};

/** Lets everybody reach it again. */
export const restoreSignalling = (): Promise<void> => vendor().setDown('signal', false);
