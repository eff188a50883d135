import { hms } from '@quietroom/100ms';
import type { RoomAdapter } from '@quietroom/core';
import { local } from '@quietroom/local';
import { whereby } from '@quietroom/whereby';
import type { ClinicSession } from '../clinic-api.ts';
import { storageAttested } from './policy-for.ts';

/** What carries this visit. Making it contacts nobody. */
export const adapterFor = (session: ClinicSession, recording: boolean): RoomAdapter => {
  const { visit, wherebyRoom, hmsRoom, turn } = session;
  if (wherebyRoom !== null) return whereby(wherebyRoom);
  if (hmsRoom !== null) {
    const attested = recording ? { recordingStorageAttestedOn: storageAttested.on } : {};
    return hms({ ...hmsRoom, ...attested, token: () => session.hmsToken() });
  }
  if (turn === 'never') return local({ url: '/relay', room: visit });
  return local({
    url: '/relay',
    room: visit,
    iceServers: () => session.iceServers(),
    iceTransportPolicy: turn === 'always' ? 'relay' : 'all',
  });
};
