import { expect, test } from 'vitest';
import { participantId } from '../contract/identity.ts';
import type { RoomKnock, RoomParticipant } from '../contract/room-patch.ts';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { createPseudonym } from '../display-name/pseudonym.ts';
import type { VisitPass } from '../display-name/visit-pass.ts';
import { demonstration } from '../policy/presets.ts';
import { createScriptedAdapter } from '../../test/scripted-adapter.ts';
import { createVisitModel } from './visit-model.ts';

const id = participantId('somebody');
const pass: VisitPass = {
  visit: createOpaqueId(crypto),
  sub: createOpaqueId(crypto),
  name: createPseudonym('patient', crypto),
  role: 'patient',
  thumbprint: '',
  issued: 0,
  expires: 1,
};
const knock: RoomKnock = { id, name: pass.name, claims: {}, keptWaiting: false, since: 0 };
const participant: RoomParticipant = {
  id,
  name: pass.name,
  claims: {},
  admitted: true,
  microphone: null,
  camera: null,
  screen: null,
  handRaised: false,
  quality: 'unknown',
};

test('a pass shown at the door names who knocks, and nobody who has come in', () => {
  const model = createVisitModel({
    role: 'clinician',
    policy: demonstration,
    adapter: createScriptedAdapter(),
    today: () => '2031-02-03',
    page: { secure: true, path: '/visit' },
    trusted: true,
    announce: () => undefined,
  });
  model.patch({ self: { id: participantId('me'), admission: 'admitted' }, knocks: { [id]: knock } });
  model.proveKnock(id, pass);
  expect(model.state.get().knocks[id]).toMatchObject({ pseudonym: pass.name, verified: true });

  model.patch({ knocks: { [id]: null }, participants: { [id]: participant } });
  expect(model.state.get().participants[id]).toMatchObject({ pseudonym: null, role: 'guest', verified: false });

  model.prove(id, pass);
  expect(model.state.get().participants[id]).toMatchObject({ pseudonym: pass.name, role: 'patient', verified: true });
});
