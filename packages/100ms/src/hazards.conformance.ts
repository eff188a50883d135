// Each hazard of the vendor's client, disarmed. Their reproductions on the bare client are run with `pnpm hazards`.
import { createOpaqueId, usHipaa, type OpaqueId, type Policy } from '@quietroom/core';
import { loadBareClient } from '@quietroom/emulators/100ms/bare-client';
import { admit, admits, eventually, everybodyLeaves, openClinic, type Clinic } from '@quietroom/testing/conformance';
import { afterEach, beforeAll, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { adapterFor, leadToStandIn, roles, roomOf, vendor } from '../test/clinic-rooms.ts';
import { openPage } from '../test/open-page.ts';
import { hms } from './hms.ts';

let visit: OpaqueId;
let clinic: Clinic;
const control = vendor();
const inspect = async () => control.inspect(await roomOf(visit));

const hosts = () => openPage('clinician', visit);
const together = async () => {
  const clinician = await hosts();
  const patient = await openPage('patient', visit);
  await admit(clinician, patient);
  return { clinician, patient };
};
const everythingSaid = async () => (await control.entries()).map(({ name, text }) => `${name} ${text}`).join('\n');

beforeAll(leadToStandIn);
beforeEach(async () => {
  visit = createOpaqueId(crypto);
  clinic = await openClinic(visit, adapterFor);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await control.clearScript();
  await everybodyLeaves();
  await clinic.close();
  await control.forget();
});

describe('storage', () => {
  const keys = ['client-events', 'hms-analytics', 'hms-analytics-deviceId', 'hms-device-selection'];
  const kept = () => keys.filter((key) => localStorage.getItem(key) !== null);
  const plant = () => {
    for (const key of keys) localStorage.setItem(key, '["Zylphia Quonsett"]');
  };

  test.each(['up', 'down', 'blocked'])(
    'keeps nothing of a visit while the host of the analytics is %s',
    async (how) => {
      if (how === 'down') await control.setDown('events', true);
      const { fetch: plain } = globalThis;
      const sent: string[] = [];
      globalThis.fetch = async (input, init) => {
        const address = String(input instanceof Request ? input.url : input);
        if (address.includes('event')) {
          sent.push(address);
          if (how === 'blocked') throw new TypeError('Failed to fetch');
        }
        return plain(input, init);
      };
      try {
        plant();
        const { clinician, patient } = await together();
        // Only the random id of the client itself may be there, and only while it is.
        expect(kept()).not.toContain('client-events');
        await control.hangUp(await roomOf(visit));
        await patient.sees(({ link }) => link === 'interrupted');
        await patient.sees(({ link }) => link === 'up');
        await clinician.connection.close('left');
        await patient.connection.close('left');
        await control.addRule({ on: 'http', name: 'init', action: 'refuse', code: 401, times: 1 });
        await expect(openPage('patient', visit)).rejects.toMatchObject({ code: 'pass-refused' });
        expect(kept()).toEqual([]);
        expect(sent).toEqual([]);
        expect((await control.inspect()).events).toBe(0);
      } finally {
        globalThis.fetch = plain;
      }
    },
  );

  it('is purged when the page goes away in the middle', async () => {
    await hosts();
    plant();
    globalThis.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(kept()).toEqual([]);
  });
});

describe('the page', () => {
  it('has no handle on the client, and its developer tools are not told', async () => {
    const connect = vi.fn();
    Reflect.set(globalThis, '__REDUX_DEVTOOLS_EXTENSION__', { connect });
    try {
      await together();
      expect(connect).not.toHaveBeenCalled();
      expect('__hms' in globalThis).toBe(false);
      expect(Reflect.get(globalThis, '__REDUX_DEVTOOLS_EXTENSION__')).toEqual({ connect });
    } finally {
      Reflect.deleteProperty(globalThis, '__REDUX_DEVTOOLS_EXTENSION__');
    }
  });

  it('keeps its own WebRTC, and starts no worker', async () => {
    const { Worker: Plain } = globalThis;
    let started = 0;
    globalThis.Worker = class extends Plain {
      constructor(...given: ConstructorParameters<typeof Plain>) {
        super(...given);
        started += 1;
      }
    };
    try {
      const { clinician } = await together();
      await clinician.connection.perform({ type: 'publish' });
      await clinician.connection.perform({ type: 'shareScreen', on: true });
      expect(started).toBe(0);
      expect(Object.hasOwn(navigator.mediaDevices, 'getUserMedia')).toBe(false);
      expect(String(RTCPeerConnection)).toContain('[native code]');
      expect(String(RTCIceCandidate)).toContain('[native code]');
    } finally {
      globalThis.Worker = Plain;
    }
  });
});

describe('devices', () => {
  it('are never listed or opened by the client, and nothing of them is on any line; the page’s own list has their names', async () => {
    const { mediaDevices } = navigator;
    const stream = await mediaDevices.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
    const asked: string[] = [];
    for (const name of ['getUserMedia', 'enumerateDevices', 'getDisplayMedia']) {
      Reflect.set(mediaDevices, name, () => {
        asked.push(name);
        return Promise.reject(new DOMException('No.', 'NotAllowedError'));
      });
    }
    try {
      const { clinician } = await together();
      await clinician.connection.perform({ type: 'publish' });
      await clinician.connection.perform({ type: 'setCamera', on: false });
      await clinician.connection.perform({ type: 'setCamera', on: true });
      mediaDevices.dispatchEvent(new Event('devicechange'));
      document.dispatchEvent(new Event('visibilitychange'));
      // The client waits half a second before it looks at what was plugged in; nothing announces that it does not.
      await new Promise((resolve) => setTimeout(resolve, 800));
      await clinician.connection.close('left');
      expect(asked).toEqual([]);
    } finally {
      for (const name of ['getUserMedia', 'enumerateDevices', 'getDisplayMedia'])
        Reflect.deleteProperty(mediaDevices, name);
    }
    const names = (await mediaDevices.enumerateDevices()).map(({ label }) => label);
    expect(names.some((label) => label.startsWith('Fake'))).toBe(true);
    const said = await everythingSaid();
    expect(said).toContain('join ');
    for (const trace of ['Fake', 'deviceId', 'groupId', '"analytics"']) expect(said).not.toContain(trace);
  });
});

describe('camera and microphone', () => {
  const sources = ['microphone', 'camera', 'screen'] as const;

  it('stay off when somebody joins, is admitted and is given another role, until they say so themselves', async () => {
    const { clinician, patient } = await together();
    const id = await clinician.finds(patient);
    await eventually(async () => (await inspect()).peers.every(({ tracks }) => tracks.length === 2));
    await control.changeRole(await roomOf(visit), id, roles.waiting);
    await patient.sees(({ admission }) => admission !== 'admitted');
    await control.changeRole(await roomOf(visit), id, 'patient');
    await patient.sees(({ admission }) => admission === 'admitted');
    await eventually(async () => (await inspect()).peers.every(({ tracks }) => tracks.length === 2));
    for (const { tracks } of (await inspect()).peers) expect(tracks.every(({ mute }) => mute)).toBe(true);
    expect([clinician.tracks.size, patient.tracks.size]).toEqual([0, 0]);
    const seen = clinician.told.participants.get(id);
    expect(sources.map((source) => seen?.[source]?.sending ?? false)).toEqual([false, false, false]);
    await patient.connection.perform({ type: 'setMicrophone', on: true });
    await clinician.sees(({ participants }) => participants.get(id)?.microphone?.sending === true);
    expect([...patient.tracks.keys()]).toEqual(['microphone']);
  });

  it('are not the clinician’s to have when the vendor makes a patient one', async () => {
    const { clinician, patient } = await together();
    await control.changeRole(await roomOf(visit), await clinician.finds(patient), 'clinician');
    await eventually(() => patient.told.failed?.code === 'pass-mismatch');
  });
});

describe('joining', () => {
  it('twice at once is joining once', async () => {
    await hosts();
    const patient = await openPage('patient', visit);
    await Promise.all([1, 2].map(() => patient.connection.perform({ type: 'knock' })));
    expect(patient.told.admission).toBe('knocking');
    expect((await inspect()).peers.filter(({ role }) => role === roles.waiting)).toHaveLength(1);
  });

  it('and leaving at once ends where the last word says', async () => {
    const clinician = await hosts();
    const patient = await openPage('patient', visit);
    await Promise.all((['knock', 'cancelKnock', 'knock'] as const).map((type) => patient.connection.perform({ type })));
    expect(patient.told.admission).toBe('knocking');
    await clinician.sees(({ knocks }) => knocks.size === 1);
  });

  it('as StrictMode does it, twice with a leave between, ends inside and once', async () => {
    const clinician = clinic.visitOf('clinician');
    const first = clinician.join();
    const leaving = clinician.leave();
    const second = clinician.join();
    await Promise.all([first, leaving, second]);
    await eventually(() => clinician.state.get().phase.name === 'joined');
    await eventually(async () => (await inspect()).peers.length === 1);
  });
});

describe('a token', () => {
  const tokenOf = (claims: object): string =>
    ['{}', JSON.stringify(claims), 'signed']
      .map((part) => btoa(part).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''))
      .join('.');

  test.each([
    ['that names somebody', { user_id: 'zylphia.quonsett@example.invalid' }],
    ['that the client cannot decode', { note: '>>>???~~~' }],
  ])('%s is refused before anybody is asked anything', async (_which, change) => {
    const adapter = {
      ...adapterFor(visit),
      connect: async (...[request, report]: Parameters<ReturnType<typeof hms>['connect']>) => {
        const roomId = await roomOf(visit);
        const claims = { user_id: request.self.id, room_id: roomId, role: roles.waiting, ...change };
        await control.forget();
        return hms({ roomId, roles, token: () => Promise.resolve(tokenOf(claims)) }).connect(request, report);
      },
    };
    await expect(openPage('patient', visit, { adapter })).rejects.toMatchObject({ code: 'pass-refused' });
    expect(await control.entries({ way: 'in' })).toEqual([]);
  });

  it('is asked for again each time the client goes to the vendor anew', async () => {
    const given: string[] = [];
    const adapter = {
      ...adapterFor(visit),
      connect: async (...[request, report]: Parameters<ReturnType<typeof hms>['connect']>) => {
        const roomId = await roomOf(visit);
        const token = async () => {
          const minted = await control.mintToken({
            room: roomId,
            userId: request.self.id,
            role: 'clinician',
            lifetime: 600 + given.length,
          });
          given.push(minted);
          return minted;
        };
        return hms({ roomId, roles, token }).connect(request, report);
      },
    };
    const clinician = await openPage('clinician', visit, { adapter });
    expect(given).toHaveLength(1);
    await control.hangUp(await roomOf(visit));
    await clinician.sees(({ link }) => link === 'interrupted');
    await clinician.sees(({ link }) => link === 'up');
    expect(given).toHaveLength(2);
    const said = await everythingSaid();
    expect(given.every((token) => said.includes(token))).toBe(true);
  });
});

describe('what the room is', () => {
  const attestation = { evidence: 'register 7', on: '2020-02-03', expires: '2999-02-03' };
  /** Everything attested: what is left to decide is the room. */
  const real: Policy = {
    ...usHipaa,
    attestations: new Proxy(
      {},
      {
        get: () => attestation,
        has: () => true,
        ownKeys: () => ['Q-VENDOR-AGREEMENT', 'H1-69'],
        getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: attestation }),
      },
    ),
  };

  it('keeps real patients out of a workspace that is not for health information, before they are in it', async () => {
    await roomOf(visit, { hipaa: false });
    const clinician = clinic.visitOf('clinician', { policy: real });
    await clinician.join();
    await eventually(() => clinician.state.get().phase.name === 'ended');
    const { phase } = clinician.state.get();
    expect(phase).toMatchObject({ reason: 'refused' });
    expect('findings' in phase && phase.findings?.map(({ ruleId }) => ruleId)).toEqual(['H1-35']);
    expect((await control.entries({ way: 'in' })).map(({ name }) => name)).not.toContain('join');
  });

  it('lets them into one that is', async () => {
    const clinician = clinic.visitOf('clinician', { policy: real });
    await clinician.join();
    await eventually(() => clinician.state.get().phase.name === 'joined');
  });

  it('keeps everybody out where a role may stream, and nothing is sent meanwhile', async () => {
    await roomOf(visit, { rights: { patient: ['rtmpStreaming'] } });
    const clinician = clinic.visitOf('clinician');
    await clinician.join();
    await eventually(() => clinician.state.get().phase.name === 'ended');
    const { phase } = clinician.state.get();
    expect('findings' in phase && phase.findings?.map(({ ruleId }) => ruleId)).toContain('H1-45');
    expect(clinician.media.state.get().camera.status).not.toBe('on');
  });

  test.each([
    ['streams by RTMP', 'Q-NO-STREAMING', async () => control.setRtmp(await roomOf(visit), true)],
    ['streams by HLS', 'Q-NO-STREAMING', async () => control.setHls(await roomOf(visit), true)],
    ['records by track', 'H1-46', async () => control.setRecording(await roomOf(visit), 'sfu', true)],
    [
      'records without consent',
      'Q-NO-UNCONSENTED-RECORDING',
      async () => control.setRecording(await roomOf(visit), 'browser', true),
    ],
  ] as const)('stops the media within a second when it %s', async (_what, rule, begin) => {
    const clinician = clinic.visitOf('clinician');
    await clinician.media.prepare('camera');
    await clinician.join();
    await eventually(() => clinician.state.get().self.sending.camera);
    await begin();
    await eventually(() => clinician.state.get().findings.some(({ ruleId }) => ruleId === rule), 1500);
    await eventually(() => !clinician.state.get().self.sending.camera, 1000);
    expect(clinician.media.state.get().camera.status).not.toBe('on');
  });

  it('is the same for who comes later', async () => {
    await hosts();
    await control.setRtmp(await roomOf(visit), true);
    const late = await openPage('clinician', visit);
    await late.sees(({ facts }) => facts.streaming === true);
  });
});

describe('recording', () => {
  it('without a bucket of the clinic’s fails once, by name, and is not tried again', async () => {
    await roomOf(visit, { storage: false });
    const clinician = await hosts();
    const failed: unknown = await clinician.connection
      .perform({ type: 'setRecording', on: true })
      .catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'action-failed', cause: { name: 'RecordingStorageMissing' } });
    const asked = (await control.entries({ way: 'in' })).filter(({ name }) => name === 'rtmp-start');
    expect(asked).toHaveLength(1);
    expect(clinician.told.facts.recording).toBe(false);
  });

  it('is not offered where nobody attested the bucket', async () => {
    const clinician = await openPage('clinician', visit, {
      adapter: adapterFor(visit, { recordingStorageAttestedOn: '' }),
    });
    await expect(clinician.connection.perform({ type: 'setRecording', on: true })).rejects.toMatchObject({
      code: 'not-supported',
    });
  });
});

describe('what others bring', () => {
  it('as names is shown only where it cannot be a name or a number', async () => {
    const clinician = await hosts();
    await control.dialsIn(await roomOf(visit), '+1 555 0100');
    await clinician.sees(({ participants }) => participants.size === 1);
    expect([...clinician.told.participants.values()]).toMatchObject([{ name: 'Guest' }]);
  });

  it('is admitted in the role of their pass, and never as a clinician', async () => {
    const { clinician, patient } = await together();
    const id = await clinician.finds(patient);
    expect((await inspect()).peers.find((peer) => peer.id === id)?.role).toBe('patient');
    expect(clinician.told.participants.get(id)?.claims).toMatchObject({ role: 'patient', sub: patient.self.id });
  });
});

describe('a line that breaks', () => {
  it('comes back with the media going on', async () => {
    const clinician = clinic.visitOf('clinician');
    const patient = clinic.visitOf('patient');
    await patient.media.prepare('camera');
    await clinician.join();
    await admits(clinician, patient);
    await eventually(() => patient.state.get().self.sending.camera);
    const camera = () => Object.values(clinician.state.get().participants)[0]?.camera;
    await eventually(() => camera()?.sending === true);
    const video = document.createElement('video');
    video.muted = true;
    document.body.append(video);
    const track = camera();
    if (!track) throw new Error('There is no picture.');
    const detach = clinician.attach(track.id, video);
    const frames = () => video.getVideoPlaybackQuality().totalVideoFrames;
    await eventually(() => frames() > 3);
    await control.hangUp(await roomOf(visit));
    await eventually(() => clinician.state.get().phase.name === 'reconnecting');
    const before = frames();
    await eventually(() => frames() > before + 3);
    await eventually(() => clinician.state.get().phase.name === 'joined');
    const after = frames();
    await eventually(() => frames() > after + 3);
    detach();
    video.remove();
  });

  it('to a server that stays dead ends in a failure that says so', async () => {
    const clinician = await hosts();
    await control.setDown('signal', true);
    await control.hangUp(await roomOf(visit));
    await clinician.sees(({ link }) => link === 'interrupted');
    const { now } = Date;
    // The vendor's client gives up after a minute of its own counting.
    vi.spyOn(Date, 'now').mockImplementation(() => now.call(Date) + 61_000);
    await eventually(() => clinician.told.failed?.code === 'connection-lost');
  });
});

// Last: the bare client is loaded here, and leaves in the page what it does.
describe('the console', () => {
  it('hears nothing of a visit, nor of one that fails', async () => {
    const { HMSReactiveStore, HMSLogLevel } = await loadBareClient();
    // As loud as it is by itself outside a test.
    new HMSReactiveStore().getActions().setLogLevel(HMSLogLevel.VERBOSE);
    const heard = (['log', 'debug', 'info', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation(() => undefined),
    );
    const { clinician, patient } = await together();
    await clinician.connection.perform({ type: 'publish' });
    await clinician.finds(patient);
    await control.addRule({ on: 'http', name: 'init', action: 'refuse', code: 403, times: 1 });
    await expect(openPage('family', visit)).rejects.toMatchObject({ code: 'room-locked' });
    await everybodyLeaves();
    expect(heard.flatMap(({ mock }) => mock.calls)).toEqual([]);
  });
});
