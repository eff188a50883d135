import { expect, test, vi } from 'vitest';
import { createFakeClock } from '../../test/fake-clock.ts';
import { createScriptedAdapter, quietFacts } from '../../test/scripted-adapter.ts';
import { participantId, type ParticipantId, type Role } from '../contract/identity.ts';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { createPseudonym } from '../display-name/pseudonym.ts';
import { signVisitPass } from '../display-name/visit-pass.ts';
import type { MessageCarrier } from '../messages/message-carrier.ts';
import { demonstration } from '../policy/presets.ts';
import { createVisit } from './create-visit.ts';

/** A clinic's back end: a table of who listens. */
const createBackEnd = () => {
  const lines = new Map<ParticipantId, (from: ParticipantId, bytes: Uint8Array) => void>();
  const carried: string[] = [];
  const carrier: MessageCarrier = {
    open: (self, received) => {
      lines.set(self, received);
      return {
        deliver: (to, envelope) => {
          carried.push(new TextDecoder().decode(envelope));
          queueMicrotask(() => lines.get(to)?.(self, envelope.slice()));
          return Promise.resolve();
        },
        close: () => {
          lines.delete(self);
        },
      };
    },
  };
  return { carrier, carried, lines };
};

const thumbprintOf = async ({ x, y }: JsonWebKey): Promise<string> => {
  const canonical = JSON.stringify({ crv: 'P-256', kty: 'EC', x, y });
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical));
  return Buffer.from(digest).toString('base64url');
};

test('a message goes over the carrier the host gave, and not over the room', async () => {
  const host = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const trust = [await crypto.subtle.exportKey('jwk', host.publicKey)];
  const visitId = createOpaqueId(crypto);
  const { carrier, carried, lines } = createBackEnd();
  let overTheRoom = 0;

  const arrive = async (role: Role) => {
    const self = participantId(`the ${role}`);
    const clock = createFakeClock(Date.now());
    const adapter = createScriptedAdapter();
    adapter.first = { self: { id: self, admission: 'admitted' }, room: quietFacts };
    const visit = createVisit({
      adapter: {
        ...adapter,
        connect: async (request, report) => {
          const connection = await adapter.connect(request, report);
          const deliver = () => {
            overTheRoom += 1;
            return Promise.resolve();
          };
          return { ...connection, deliver };
        },
      },
      role,
      policy: demonstration,
      carrier,
      trust,
      pass: async (publicJwk) =>
        signVisitPass(
          {
            visit: visitId,
            sub: createOpaqueId(crypto),
            name: createPseudonym(role, crypto),
            role,
            thumbprint: await thumbprintOf(publicJwk),
            issued: Date.now(),
            expires: Date.now() + 3_000_000,
          },
          host.privateKey,
        ),
      environment: {
        clock,
        crypto: globalThis.crypto,
        mediaDevices: undefined,
        createAudioContext: undefined,
        page: { secure: true, path: '/visit' },
        onPageClosing: () => () => undefined,
      },
    });
    await visit.join();
    return { visit, self, adapter, clock };
  };
  const clinician = await arrive('clinician');
  const patient = await arrive('patient');
  for (const [one, other] of [
    [clinician, patient],
    [patient, clinician],
  ] as const)
    one.adapter.latest().report.patch({ participants: { [other.self]: { id: other.self, admitted: true } } });
  await vi.waitFor(() => {
    expect(clinician.visit.messages.state.get().recipients).toEqual([patient.self]);
    expect(patient.visit.messages.state.get().recipients).toEqual([clinician.self]);
  });

  await clinician.visit.messages.send(patient.self, 'How is the cough today?');
  await vi.waitFor(() => {
    for (const { clock } of [clinician, patient]) clock.advance(100);
    expect(clinician.visit.messages.state.get().conversations[patient.self]?.messages).toMatchObject([
      { text: 'How is the cough today?', delivery: 'delivered' },
    ]);
  });
  expect(overTheRoom).toBe(0);
  expect(carried.length).toBeGreaterThan(0);
  expect(carried.join()).not.toContain('cough');

  await clinician.visit.leave();
  await patient.visit.leave();
  expect(lines.size).toBe(0);
});
