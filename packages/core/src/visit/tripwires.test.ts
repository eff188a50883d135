import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createFakeClock } from '../../test/fake-clock.ts';
import { FakeMediaDevices } from '../../test/fake-media-devices.ts';
import { createScriptedAdapter } from '../../test/scripted-adapter.ts';
import type { Announcement } from '../announcements/announcement.ts';
import type { AuditEvent } from '../audit/audit-event.ts';
import { participantId } from '../contract/identity.ts';
import type { RoomAction } from '../contract/room-action.ts';
import type { MediaSource } from '../contract/room-adapter.ts';
import type { RoomPatch } from '../contract/room-patch.ts';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { createPseudonym } from '../display-name/pseudonym.ts';
import { signVisitPass, type Trust } from '../display-name/visit-pass.ts';
import { demonstration } from '../policy/presets.ts';
import type { AdapterRule } from '../policy/rule.ts';
import { createVisit } from './create-visit.ts';

const stranger = participantId('stranger');
const recorder = participantId('recorder');
let hostKey: CryptoKey;
let trust: Trust;

beforeAll(async () => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  hostKey = pair.privateKey;
  trust = [await crypto.subtle.exportKey('jwk', pair.publicKey)];
});

const thumbprintOf = async ({ x, y }: JsonWebKey): Promise<string> => {
  const canonical = JSON.stringify({ crv: 'P-256', kty: 'EC', x, y });
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical));
  return Buffer.from(digest).toString('base64url');
};
const sourceOf = (action: RoomAction) =>
  action.type === 'setMicrophone' ? 'microphone' : action.type === 'setCamera' ? 'camera' : 'screen';

/** A patient’s page in a room that sends and stops sending as it is told, unless it is deaf. */
const setUp = async ({ rules, trusted = false }: { rules?: readonly AdapterRule[]; trusted?: boolean } = {}) => {
  const clock = createFakeClock(Date.now());
  const devices = new FakeMediaDevices();
  const scripted = createScriptedAdapter();
  let deaf = false;
  const told: string[] = [];
  scripted.act = async (action) => {
    const { request, report } = scripted.latest();
    const lent: MediaSource = request.media;
    if (action.type === 'publish') {
      for (const source of ['microphone', 'camera'] as const) if (lent.wanted[source]) await lent.open(source);
      report.patch({
        self: { sending: { microphone: lent.wanted.microphone, camera: lent.wanted.camera, screen: false } },
      });
      return;
    }
    if (!('on' in action)) return;
    const source = sourceOf(action);
    told.push(`${source} ${action.on ? 'on' : 'off'}`);
    if (deaf) return;
    if (action.on) await lent.open(source);
    else lent.release(source);
    report.patch({ self: { sending: { ...visit.state.get().self.sending, [source]: action.on } } });
  };
  const audited: AuditEvent[] = [];
  const announced: Announcement[] = [];
  const visitId = createOpaqueId(crypto);
  const pass = async (publicJwk: JsonWebKey) =>
    signVisitPass(
      {
        visit: visitId,
        sub: createOpaqueId(crypto),
        name: createPseudonym('patient', crypto),
        role: 'patient',
        thumbprint: await thumbprintOf(publicJwk),
        issued: Date.now(),
        expires: Date.now() + 3_000_000,
      },
      hostKey,
    );
  const visit = createVisit({
    adapter: rules === undefined ? scripted : { ...scripted, rules },
    role: 'patient',
    policy: demonstration,
    onAudit: (event) => audited.push(event),
    environment: {
      clock,
      crypto: globalThis.crypto,
      mediaDevices: devices,
      createAudioContext: undefined,
      page: { secure: true, path: '/visit' },
      onPageClosing: () => () => undefined,
    },
    ...(trusted ? { pass, trust } : {}),
  });
  visit.onAnnouncement((announcement) => announced.push(announcement));
  const reports = (patch: RoomPatch) => {
    scripted.latest().report.patch(patch);
  };
  const arrives = (id = stranger) => {
    reports({ participants: { [id]: { id, admitted: true } } });
  };
  const sending = () => visit.state.get().self.sending;
  const joinSending = async () => {
    await visit.media.prepare('microphone');
    await visit.media.prepare('camera');
    await visit.join();
    await vi.waitFor(() => {
      expect(sending()).toMatchObject({ microphone: true, camera: true });
    });
  };
  return {
    ...{ visit, clock, devices, scripted, told, audited, announced, reports, arrives, sending, joinSending },
    goesDeaf: () => {
      deaf = true;
    },
  };
};

describe('a live rule that is broken', () => {
  test.each<[string, string, RoomPatch]>([
    ['a streamer appears', 'Q-NO-STREAMING', { room: { streaming: true } }],
    ['a recording starts that nobody agreed to', 'Q-NO-UNCONSENTED-RECORDING', { room: { recording: true } }],
    ['captions start that nobody agreed to', 'Q-NO-UNCONSENTED-CAPTIONS', { room: { captions: true } }],
    [
      'a recorder is there that nobody agreed to',
      'Q-NO-UNCONSENTED-RECORDING',
      { participants: { [recorder]: { id: recorder, admitted: true, claims: { role: 'recorder' } } } },
    ],
  ])('%s: every device is dark at once, and stays so', async (_when, ruleId, patch) => {
    const { visit, devices, clock, audited, reports, joinSending } = await setUp();
    await joinSending();
    expect(devices.live).toHaveLength(2);
    reports(patch);
    expect(devices.live).toEqual([]);
    expect(visit.state.get().findings).toContainEqual({ ruleId, verdict: 'broken', effect: 'stop-media' });
    expect(audited).toContainEqual(expect.objectContaining({ type: 'media-stopped', ruleIds: [ruleId] }));

    reports({ room: { streaming: false, recording: false, captions: false } });
    await expect(visit.perform({ type: 'setCamera', on: true })).rejects.toMatchObject({ ruleId: 'Q-TRIPWIRE' });
    clock.advance(29_999);
    expect(visit.state.get().phase.name).toBe('joined');
    clock.advance(1);
    expect(visit.state.get().phase).toMatchObject({ name: 'ended', reason: 'refused' });
    expect(devices.live).toEqual([]);
  });

  test('a room that does not obey changes nothing about the devices', async () => {
    const { devices, reports, joinSending, goesDeaf } = await setUp();
    await joinSending();
    goesDeaf();
    reports({ room: { streaming: true } });
    expect(devices.live).toEqual([]);
  });

  test('the visit ends sooner when somebody leaves', async () => {
    const { visit, clock, reports, joinSending } = await setUp();
    await joinSending();
    reports({ room: { streaming: true } });
    await visit.leave();
    expect(visit.state.get().phase).toMatchObject({ name: 'ended', reason: 'left' });
    expect(clock.scheduled()).toBe(0);
  });

  test('a device that is just being asked for does not come on afterwards', async () => {
    const { visit, devices, scripted, reports } = await setUp();
    visit.media.want('camera', true);
    const answer = devices.hesitates();
    await visit.join();
    await vi.waitFor(() => {
      expect(devices.asked).toHaveLength(1);
    });
    reports({ room: { streaming: true } });
    answer();
    await vi.waitFor(() => {
      expect(devices.tracks).toHaveLength(1);
    });
    await vi.waitFor(() => {
      expect(devices.live).toEqual([]);
    });
    expect(scripted.latest().performed.map(({ type }) => type)).not.toContain('publish');
  });
});

describe('somebody nobody vouches for', () => {
  test('has ten seconds to prove who they are; then sound and picture wait and the person is asked', async () => {
    const { visit, clock, announced, audited, arrives, sending, joinSending } = await setUp({ trusted: true });
    await joinSending();
    arrives();
    clock.advance(9_999);
    expect(visit.state.get().unexpected).toEqual([]);
    expect(sending()).toMatchObject({ microphone: true, camera: true });
    clock.advance(1);
    expect(visit.state.get().unexpected).toEqual([stranger]);
    await vi.waitFor(() => {
      expect(sending()).toMatchObject({ microphone: false, camera: false });
    });
    expect(announced).toContainEqual({ type: 'unexpected', participant: stranger });
    expect(audited).toContainEqual(expect.objectContaining({ type: 'media-paused', ruleIds: ['Q-EXPECTED-PEOPLE'] }));
    await expect(visit.perform({ type: 'setMicrophone', on: true })).rejects.toMatchObject({ ruleId: 'Q-PAUSED' });
  });

  test('has the ten seconds anew when they come back, as after reloading their page', async () => {
    const { visit, clock, reports, arrives, joinSending } = await setUp({ trusted: true });
    await joinSending();
    arrives();
    clock.advance(9_000);
    reports({ participants: { [stranger]: null } });
    arrives();
    clock.advance(9_999);
    expect(visit.state.get().unexpected).toEqual([]);
    clock.advance(1);
    expect(visit.state.get().unexpected).toEqual([stranger]);
  });

  test('is expected once the person says so: what was sent goes on', async () => {
    const { visit, clock, told, audited, arrives, sending, joinSending } = await setUp({ trusted: true });
    await joinSending();
    arrives();
    clock.advance(10_000);
    await vi.waitFor(() => {
      expect(sending()).toMatchObject({ microphone: false, camera: false });
    });
    visit.expect(stranger);
    await vi.waitFor(() => {
      expect(sending()).toMatchObject({ microphone: true, camera: true });
    });
    expect(told).toEqual(['microphone off', 'camera off', 'microphone on', 'camera on']);
    expect(audited).toContainEqual(expect.objectContaining({ type: 'participant-expected', participant: stranger }));
    expect(visit.state.get()).toMatchObject({ unexpected: [], findings: [] });
  });

  test('gone again, leaves the controls free, and nothing starts by itself', async () => {
    const { visit, clock, announced, reports, arrives, sending, joinSending } = await setUp({ trusted: true });
    await joinSending();
    arrives();
    clock.advance(10_000);
    await vi.waitFor(() => {
      expect(sending()).toMatchObject({ microphone: false, camera: false });
    });
    reports({ participants: { [stranger]: null } });
    expect(announced.at(-1)).toEqual({ type: 'pause-over', sources: ['microphone', 'camera'] });
    expect(visit.decide('setMicrophone')).toEqual({ allowed: true });
    expect(sending()).toMatchObject({ microphone: false, camera: false });
    await visit.perform({ type: 'setMicrophone', on: true });
    expect(sending()).toMatchObject({ microphone: true, camera: false });
  });

  test('a room that goes on sending finds the devices dark within a second', async () => {
    const { clock, devices, arrives, joinSending, goesDeaf } = await setUp({ trusted: true });
    await joinSending();
    goesDeaf();
    arrives();
    clock.advance(10_000);
    expect(devices.live).toHaveLength(2);
    clock.advance(900);
    expect(devices.live).toEqual([]);
  });

  test('cannot be told from others where there are no keys to check passes with', async () => {
    const { visit, clock, arrives, sending, joinSending } = await setUp();
    await joinSending();
    arrives();
    clock.advance(60_000);
    expect(visit.state.get().unexpected).toEqual([]);
    expect(sending()).toMatchObject({ microphone: true, camera: true });
  });
});

test('the rules run when a fact has changed, and not when anything else has', async () => {
  let runs = 0;
  const counting: AdapterRule = {
    id: 'X-COUNTED',
    stage: 'live',
    effect: 'warn',
    check: () => {
      runs += 1;
      return 'met';
    },
    source: 'this test',
    says: 'It was looked at.',
    remedy: 'None.',
  };
  const { visit, reports, arrives } = await setUp({ rules: [counting] });
  await visit.join();
  arrives();
  const before = runs;
  const facts = visit.facts.get();
  const decision = visit.decide('admit');
  for (let index = 0; index < 100; index += 1) {
    reports({ participants: { [stranger]: { id: stranger, handRaised: index % 2 === 0 } } });
    reports({ activeSpeaker: index % 2 === 0 ? stranger : null });
  }
  expect(runs).toBe(before);
  expect(visit.facts.get()).toBe(facts);
  expect(visit.decide('admit')).toBe(decision);
  reports({ room: { locked: true } });
  expect(runs).toBe(before + 1);
  expect(visit.facts.get()).not.toBe(facts);
});
