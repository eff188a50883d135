import { hms } from '@quietroom/100ms';
import { createOpaqueId, type RoomAdapter } from '@quietroom/core';
import { local } from '@quietroom/local';
import { whereby } from '@quietroom/whereby';

const room = createOpaqueId(crypto);

/** The adapters a fake room can stand in for. None of them connects, and no vendor's code is loaded. */
export const providers: Readonly<Record<string, RoomAdapter>> = {
  local: local({ url: '/relay', room }),
  whereby: whereby({ roomUrl: `https://synthetic-clinic.whereby.com/${room}` }),
  '100ms': hms({
    roomId: '0123456789abcdef01234567',
    roles: {
      clinician: 'clinician',
      patient: 'patient',
      interpreter: 'interpreter',
      family: 'family',
      observer: 'observer',
      waiting: 'waiting',
    },
    token: () => Promise.reject(new Error('No token is needed in Storybook.')),
  }),
};
