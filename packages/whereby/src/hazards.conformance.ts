// Each hazard of the vendor's client, disarmed. Their reproductions on the bare client are run with `pnpm hazards`.
import { createOpaqueId, createVisit, demonstration, participantId, RoomError, type OpaqueId } from '@quietroom/core';
import { enter, type BareClient } from '@quietroom/emulators/whereby/bare-client';
import { admit, eventually, everybodyLeaves, openPage } from '@quietroom/testing/conformance';
import { afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { adapterFor, adapterForNobody, leadToStandIn, roomOf, vendor } from '../test/clinic-rooms.ts';
import { hurriedClock } from '../test/hurried.ts';
import { wrapEnvelope } from './chat-carrier.ts';
import { hideLabel } from './quiet-label.ts';
import { whereby } from './whereby.ts';

let visit: OpaqueId;
const control = vendor();
const inspect = async () => control.inspect((await roomOf(visit)).room);
const bare: BareClient[] = [];

const unlocked = async () => {
  const { room } = await roomOf(visit);
  await control.setLocked(room, false);
};
const hosts = () => openPage('clinician', adapterFor(visit));
const together = async () => {
  const clinician = await hosts();
  const patient = await openPage('patient', adapterFor(visit));
  await admit(clinician, patient);
  return { clinician, patient };
};

beforeAll(leadToStandIn);
beforeEach(() => {
  visit = createOpaqueId(crypto);
});
afterEach(async () => {
  await control.clearScript();
  await everybodyLeaves();
  for (const client of bare.splice(0)) await client.end();
  await control.forget();
});

describe('telemetry', () => {
  it('is never connected to, in a whole visit, and nothing personal is on any line', async () => {
    const { pathname } = location;
    history.replaceState(null, '', '/patients/zylphia-quonsett');
    const { clinician, patient } = await together();
    await Promise.all([clinician, patient].map(({ connection }) => connection.perform({ type: 'publish' })));
    await clinician.sees(({ participants }) => [...participants.values()].some(({ camera }) => camera?.sending));
    await clinician.connection.close('left');
    await patient.connection.close('left');
    expect((await control.inspect()).telemetryConnections).toBe(0);
    const received = await control.received();
    const sent = received.map(({ text }) => text).join('\n');
    expect(received.map(({ service }) => service)).not.toContain('telemetry');
    expect(sent).toContain(patient.self.name);
    expect(sent).not.toContain('zylphia');
    history.replaceState(null, '', pathname);
    expect(sent).not.toContain('Fake');
  });

  it('is off inside the client', async () => {
    await hosts();
    // The client's own copy; loaded here, it would keep the page's WebSocket from before the redirect.
    const { rtcStats } = await import('@whereby.com/media');
    expect(rtcStats.server.attemptedConnectedAtLeastOnce).toBe(false);
    rtcStats.server.connect();
    expect(rtcStats.server.connected).toBe(false);
  });

  it('would be refused a socket all the same, as long as somebody is in a visit', async () => {
    const plain = globalThis.WebSocket;
    const clinician = await hosts();
    const socket = new WebSocket('wss://rtcstats.srv.whereby.com/visit');
    expect(socket).not.toBeInstanceOf(plain);
    expect(socket.readyState).toBe(WebSocket.CONNECTING);
    expect((await control.inspect()).telemetryConnections).toBe(0);
    await clinician.connection.close('left');
    expect(globalThis.WebSocket).toBe(plain);
  });
});

describe('devices', () => {
  it('are never opened by the client: not by joining, sending, plugging in or leaving', async () => {
    const { mediaDevices } = navigator;
    let opened = 0;
    const plain = Object.getOwnPropertyDescriptor(MediaDevices.prototype, 'getUserMedia');
    mediaDevices.getUserMedia = () => {
      opened += 1;
      return Promise.reject(new DOMException('No.', 'NotAllowedError'));
    };
    try {
      const clinician = await hosts();
      await clinician.connection.perform({ type: 'publish' });
      await clinician.connection.perform({ type: 'setCamera', on: false });
      await clinician.connection.perform({ type: 'setCamera', on: true });
      mediaDevices.dispatchEvent(new Event('devicechange'));
      // The client waits half a second before it switches to what was plugged in; nothing announces that it does not.
      await new Promise((resolve) => setTimeout(resolve, 800));
      await clinician.connection.close('left');
      expect(clinician.tracks.get('camera')?.readyState).toBe('ended');
      expect(opened).toBe(0);
    } finally {
      Reflect.deleteProperty(mediaDevices, 'getUserMedia');
      expect(Object.getOwnPropertyDescriptor(MediaDevices.prototype, 'getUserMedia')).toEqual(plain);
    }
  });

  it('keep their labels to themselves while the client has a track, and get them back', async () => {
    const clinician = await hosts();
    await clinician.connection.perform({ type: 'setCamera', on: true });
    const camera = clinician.tracks.get('camera');
    expect(Object.getOwnPropertyDescriptor(camera, 'label')?.value).toBe('');
    await clinician.connection.close('left');
    expect(Object.hasOwn(camera ?? {}, 'label')).toBe(false);
  });

  it('keep their labels hidden until the last holder lets go', () => {
    const [track] = document.createElement('canvas').captureStream().getVideoTracks();
    if (track === undefined) throw new Error('This browser captures no canvas.');
    const [one, other] = [hideLabel(track), hideLabel(track)];
    one();
    one();
    expect(Object.hasOwn(track, 'label')).toBe(true);
    other();
    expect(Object.hasOwn(track, 'label')).toBe(false);
  });
});

describe('leaving', () => {
  const nothing = { connections: 0, clients: [], knockers: [] };
  const phases = {
    'at the locked door': () => openPage('patient', adapterFor(visit)),
    knocking: async () => {
      await hosts();
      const patient = await openPage('patient', adapterFor(visit));
      await patient.connection.perform({ type: 'knock' });
      return patient;
    },
    'kept waiting': async () => {
      const clinician = await hosts();
      const patient = await openPage('patient', adapterFor(visit));
      await patient.connection.perform({ type: 'knock' });
      await clinician.sees(({ knocks }) => knocks.size === 1);
      for (const participant of clinician.told.knocks.keys()) {
        await clinician.connection.perform({ type: 'keepWaiting', participant });
      }
      await patient.sees(({ admission }) => admission === 'kept-waiting');
      return patient;
    },
    'let in, on the way': async () => {
      const clinician = await hosts();
      const patient = await openPage('patient', adapterFor(visit));
      await patient.connection.perform({ type: 'knock' });
      await clinician.sees(({ knocks }) => knocks.size === 1);
      await control.forget();
      await control.addRule({ on: 'request', name: 'join_room', action: 'delay', milliseconds: 300 });
      for (const participant of clinician.told.knocks.keys()) {
        void clinician.connection.perform({ type: 'admit', participant }).catch(() => undefined);
      }
      await eventually(async () => (await control.received()).some(({ name }) => name === 'join_room'));
      return patient;
    },
    inside: async () => (await together()).patient,
    removed: async () => {
      const { clinician, patient } = await together();
      const participant = await clinician.finds(patient);
      await clinician.connection.perform({ type: 'remove', participant });
      await patient.sees(({ ended }) => ended === 'removed');
      return patient;
    },
    'while the line is down': async () => {
      const { patient } = await together();
      await control.setDown('signal', true);
      await control.hangUp((await roomOf(visit)).room);
      await patient.sees(({ link }) => link === 'interrupted');
      return patient;
    },
  };

  test.each(Object.entries(phases))('leaves nothing in the room: %s', async (_phase, reach) => {
    const page = await reach();
    const participants = async () => (await inspect()).clients.map(({ displayName }) => displayName);
    await page.connection.close('left');
    await control.setDown('signal', false);
    await eventually(async () => !(await participants()).includes(page.self.name));
    expect((await inspect()).knockers).toEqual([]);
    await everybodyLeaves();
    await eventually(async () => (await inspect()).connections === 0);
    expect(await inspect()).toMatchObject(nothing);
  });

  test.each([
    { on: 'rest', name: 'devices', said: 'POST /devices' },
    { on: 'rest', name: 'organisation', said: 'GET /organization-subdomains/' },
    { on: 'request', name: 'identify_device', said: 'identify_device' },
    { on: 'request', name: 'join_room', said: 'join_room' },
  ] as const)('is possible while $name is being asked, and nothing comes of the answer', async ({ on, name, said }) => {
    const { room } = await roomOf(visit);
    const abort = new AbortController();
    await control.addRule({ on, name, action: 'delay', milliseconds: 300 });
    const attempt = openPage('clinician', adapterFor(visit), { signal: abort.signal });
    await eventually(async () => (await control.received()).some((entry) => entry.name.startsWith(said)));
    abort.abort();
    await expect(attempt).rejects.toMatchObject({ code: 'cancelled' });
    await eventually(async () => (await control.inspect()).connections === 0);
    // The answer comes now. That the client does nothing about it can only be waited for.
    await control.forget();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await control.received()).toEqual([]);
    expect(await control.inspect(room)).toMatchObject(nothing);
  });

  it('does not wait for a lock that never comes', async () => {
    await unlocked();
    await control.addRule({ on: 'request', name: 'set_lock', action: 'drop' });
    const abort = new AbortController();
    const attempt = openPage('clinician', adapterFor(visit), { signal: abort.signal });
    await eventually(async () => (await control.received()).some(({ name }) => name === 'set_lock'));
    const before = performance.now();
    abort.abort();
    await expect(attempt).rejects.toMatchObject({ code: 'cancelled' });
    expect(performance.now() - before).toBeLessThan(2000);
    await eventually(async () => (await inspect()).connections === 0);
  });

  it('leaves nothing for the next visit in the same room to find', async () => {
    await together();
    await everybodyLeaves();
    const { told } = await hosts();
    expect([told.participants.size, told.knocks.size, told.received.length]).toEqual([0, 0, 0]);
  });
});

describe('one page', () => {
  it('is one person on one line, however often it joins', async () => {
    const page = createVisit({ adapter: adapterFor(visit), role: 'clinician', policy: demonstration });
    await Promise.all([page.join(), page.join()]);
    await page.join();
    expect(await inspect()).toMatchObject({ connections: 1, clients: [{ role: 'host' }] });
    expect(page.state.get().order).toEqual([]);
    await page.close();
    await eventually(async () => (await inspect()).connections === 0);
  });

  it('in two rooms hears nothing of one in the other, nor takes one’s arrival for the other’s', async () => {
    const elsewhere = await control.createRoom();
    await roomOf(visit);
    await control.addRule({ on: 'request', name: 'join_room', action: 'delay', milliseconds: 500, times: 1 });
    let arrived = false;
    const arriving = hosts().then((page) => {
      arrived = true;
      return page;
    });
    await eventually(async () => (await control.received()).some(({ name }) => name === 'join_room'));
    const stranger = await enter(elsewhere.roomUrl, { roomKey: elsewhere.hostKey, name: 'Clinician D4D4' });
    bare.push(stranger);
    expect(stranger.state().connectionStatus).toBe('connected');
    expect(arrived).toBe(false);
    const clinician = await arriving;
    stranger.room.sendChatMessage(wrapEnvelope(clinician.told.id ?? participantId(''), Uint8Array.of(1)));
    await stranger.until(({ chatMessages }) => chatMessages.length === 1);
    expect(clinician.told.received).toEqual([]);
    expect(clinician.told.participants.size).toBe(0);
  });
});

describe('waiting for ever', () => {
  test('for an unknown organisation ends', async () => {
    const attempt = openPage('patient', adapterForNobody(visit));
    await expect(attempt).rejects.toMatchObject({ name: 'RoomError', code: 'room-unreachable' });
  });

  test('for servers that are down ends, and the client stops asking', async () => {
    await roomOf(visit);
    await control.setDown('api', true);
    await control.setDown('signal', true);
    const attempt = openPage('clinician', adapterFor(visit, hurriedClock()));
    await expect(attempt).rejects.toMatchObject({ name: 'RoomError', code: 'room-unreachable' });
    // It would ask again within two (the API) or five seconds (the line). Its silence can only be waited for.
    await control.clearScript();
    await control.forget();
    await new Promise((resolve) => setTimeout(resolve, 5500));
    expect(await control.received()).toEqual([]);
    expect((await control.inspect()).connections).toBe(0);
  });

  test('for devices that are denied does not happen: they are asked for inside, and their absence is said', async () => {
    const denied = () => Promise.reject(new RoomError('device-denied'));
    const clinician = await openPage('clinician', adapterFor(visit), { opening: denied });
    expect(clinician.told.admission).toBe('admitted');
    await expect(clinician.connection.perform({ type: 'publish' })).rejects.toMatchObject({ code: 'device-denied' });
  });
});

describe('what the client leaves in the page', () => {
  it('is no device id, and each visit has a new one', async () => {
    // Other suites run the bare client on this origin, and it leaves its own behind.
    localStorage.clear();
    const ids = new Set<string>();
    for (const _ of [1, 2]) {
      const clinician = await hosts();
      for (const { deviceId } of (await inspect()).clients) ids.add(deviceId);
      expect(localStorage.getItem('CredentialsStorage')).toBeNull();
      await clinician.connection.close('left');
      expect(localStorage.getItem('CredentialsStorage')).toBeNull();
    }
    expect(ids.size).toBe(2);
  });

  it('is the browser’s own WebRTC, statics and all', async () => {
    await hosts();
    expect(String(RTCPeerConnection)).toContain('[native code]');
    expect('generateCertificate' in RTCPeerConnection).toBe(true);
    expect(Object.hasOwn(navigator.mediaDevices, 'getUserMedia')).toBe(false);
    expect(Object.hasOwn(navigator.mediaDevices, 'getDisplayMedia')).toBe(false);
  });
});

describe('what the client does not say', () => {
  it('is that a recording or a stream runs: here it is known live and to who comes later', async () => {
    const { room } = await roomOf(visit);
    await control.robotEnters(room, 'recorder');
    const clinician = await hosts();
    expect(clinician.told.facts).toMatchObject({ recording: true, streaming: false });
    await control.robotEnters(room, 'streamer');
    await clinician.sees(({ facts }) => facts.streaming === true);
    expect([...clinician.told.participants.values()].map(({ claims }) => claims?.role)).toEqual([
      'recorder',
      'recorder',
    ]);
    await control.robotLeaves(room, 'recorder');
    await clinician.sees(({ facts }) => facts.recording === false);
  });

  it('is whether the picture passes through a server', async () => {
    const clinician = await hosts();
    expect(clinician.told.facts.mediaServer).toBe(false);
  });

  it('is that a chat message was refused: here its sender hears of it, and the next one arrives', async () => {
    const { clinician, patient } = await together();
    const id = await clinician.finds(patient);
    const envelope = Uint8Array.of(1, 2, 3);
    await control.addRule({ on: 'request', name: 'chat_message', times: 1, action: 'refuse', error: 'too_long_text' });
    const deliver = () =>
      clinician.connection.deliver(id, envelope as Parameters<typeof clinician.connection.deliver>[1]);
    await expect(deliver()).rejects.toMatchObject({ code: 'message-not-delivered' });
    await deliver();
    await patient.sees(({ received }) => received.length === 1);
  });
});

describe('a room without a lock', () => {
  it('is locked by the clinician, who reads the lock back', async () => {
    await unlocked();
    const clinician = await hosts();
    expect(clinician.told.facts.locked).toBe(true);
    expect((await inspect()).locked).toBe(true);
  });

  it('is known when the lock goes in the middle of a visit', async () => {
    const clinician = await hosts();
    await unlocked();
    await clinician.sees(({ facts }) => facts.locked === false);
  });
});

describe('what others bring', () => {
  it('as names is shown only where it cannot be a name or a number', async () => {
    const clinician = await hosts();
    await control.dialsIn((await roomOf(visit)).room, '+1 555 0100');
    await clinician.sees(({ participants }) => participants.size === 1);
    expect([...clinician.told.participants.values()]).toMatchObject([{ name: 'Guest', claims: { host: false } }]);
  });

  it('into the chat from another app is dropped, whatever it is', async () => {
    const { clinician, patient } = await together();
    const { roomUrl, hostKey } = await roomOf(visit);
    const stranger = await enter(roomUrl, { roomKey: hostKey, name: 'Zylphia Quonsett' });
    bare.push(stranger);
    await patient.sees(({ participants }) => participants.size === 2);
    stranger.room.sendChatMessage('Hello, this is Zylphia.');
    stranger.room.sendChatMessage('quietroom:1:nobody:!!!!');
    const envelope = Uint8Array.of(9);
    stranger.room.sendChatMessage(wrapEnvelope(patient.told.id ?? participantId(''), envelope));
    await patient.sees(({ received }) => received.length > 0);
    expect(patient.told.received).toEqual([envelope]);
    expect(clinician.told.received).toEqual([]);
  });

  it('as a host’s address on a patient’s page is refused before anything is loaded', async () => {
    const { hostRoomUrl } = await roomOf(visit);
    await expect(openPage('patient', whereby({ hostRoomUrl }))).rejects.toMatchObject({ code: 'pass-mismatch' });
    expect((await control.inspect()).connections).toBe(0);
  });
});
