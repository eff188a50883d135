import { browserEnvironment, createOpaqueId, type CaptureSource, type Clock } from '@quietroom/core';
import { encodeSealed } from '@quietroom/core/messages';
import { afterEach, expect, it, vi } from 'vitest';
import { deafen, picturesSent, sendingEnd, watchDirectConnections } from '../../test/direct-connections.ts';
import {
  cutRelay,
  eventually,
  forgetRelay,
  openPage,
  openVisit,
  restoreRelay,
  type LivePage,
} from '../../test/live-page.ts';

const pages: LivePage[] = [];
afterEach(async () => {
  await restoreRelay();
  await Promise.all(pages.splice(0).map((page) => page.close()));
});

const visit = async (...environments: Parameters<typeof openVisit>): ReturnType<typeof openVisit> => {
  const opened = await openVisit(...environments);
  pages.push(opened.clinician, opened.patient);
  return opened;
};

const publish = async ({ media, connection }: LivePage): Promise<void> => {
  await media.prepare('microphone');
  await media.prepare('camera');
  await connection.perform({ type: 'publish' });
};

const sends = (page: LivePage, who: LivePage, source: CaptureSource) =>
  page.told.participants[who.id]?.[source]?.sending === true;

const attach = (page: LivePage, who: LivePage, source: CaptureSource): HTMLVideoElement =>
  show(page, who, source).video;

const show = (page: LivePage, who: LivePage, source: CaptureSource) => {
  const track = page.told.participants[who.id]?.[source];
  if (!track) throw new Error(`There is no ${source}.`);
  const video = document.createElement('video');
  document.body.append(video);
  return { video, detach: page.connection.attach(track.id, video) };
};

/** Pictures shown so far. An element's time goes on without any. */
const frames = (video: HTMLVideoElement): number => video.getVideoPlaybackQuality().totalVideoFrames;

/** Waits for a fact that takes asking. */
const comesTrue = (check: () => Promise<boolean>): Promise<unknown> =>
  vi.waitUntil(check, { timeout: 15_000, interval: 100 });

it('is quiet until it is asked to publish, then carries picture and sound', async () => {
  const { clinician, patient } = await visit();
  await clinician.sees(({ participants }) => participants[patient.id]?.quality === 'good');
  expect(clinician.told.participants[patient.id]).toMatchObject({ camera: null, microphone: null });
  await Promise.all([publish(clinician), publish(patient)]);
  expect(patient.told.self.sending).toEqual({ microphone: true, camera: true, screen: false });
  await eventually(() => sends(clinician, patient, 'camera') && sends(patient, clinician, 'microphone'));
  const video = attach(clinician, patient, 'camera');
  await eventually(() => frames(video) > 5 && video.videoWidth > 0);
  await eventually(() => clinician.levels.some((level) => level > 0.01));
  await patient.sees(({ activeSpeaker }) => activeSpeaker === clinician.id);
});

it('tells what it sends as soon as there is a connection, without waiting for its next sign of life', async () => {
  const environment = browserEnvironment();
  const withoutRounds = { ...environment, clock: { ...environment.clock, every: () => () => undefined } };
  const room = createOpaqueId(crypto);
  const clinician = await openPage('clinician', room, withoutRounds);
  await publish(clinician);
  const patient = await openPage('patient', room, withoutRounds);
  pages.push(clinician, patient);
  await patient.connection.perform({ type: 'knock' });
  await clinician.sees(({ knocks }) => knocks[patient.id] !== undefined);
  await clinician.connection.perform({ type: 'admit', participant: patient.id });
  await eventually(() => sends(patient, clinician, 'camera') && sends(patient, clinician, 'microphone'));
});

it('mutes without renegotiation, and says so to both', async () => {
  const { clinician, patient } = await visit();
  await publish(patient);
  await eventually(() => sends(clinician, patient, 'microphone'));
  await clinician.connection.perform({ type: 'mute', participant: patient.id });
  await patient.sees(({ self }) => self.sending?.microphone === false);
  await eventually(() => !sends(clinician, patient, 'microphone'));
  expect(patient.notices).toEqual([{ type: 'muted-by', by: clinician.id }]);
  await patient.connection.perform({ type: 'setMicrophone', on: true });
  await eventually(() => sends(clinician, patient, 'microphone'));
});

it('delivers an envelope to one person as it was handed over', async () => {
  const { clinician, patient } = await visit();
  const envelope = encodeSealed(new Uint8Array([1, 2, 3]), new Uint8Array(200).fill(7));
  await clinician.connection.deliver(patient.id, envelope);
  await eventually(() => patient.received.length === 1);
  expect(patient.received[0]).toEqual({ from: clinician.id, bytes: new Uint8Array(envelope) });
});

it('keeps talking while the relay is away, and is linked again when it is back', async () => {
  const { clinician, patient } = await visit();
  await Promise.all([publish(clinician), publish(patient)]);
  await eventually(() => sends(clinician, patient, 'camera'));
  const video = attach(clinician, patient, 'camera');
  await cutRelay();
  await clinician.sees(({ link }) => link === 'interrupted');
  const from = frames(video);
  await patient.connection.perform({ type: 'setMicrophone', on: false });
  await eventually(() => frames(video) > from + 15 && !sends(clinician, patient, 'microphone'));
  await restoreRelay();
  await Promise.all([clinician, patient].map((page) => page.sees(({ link }) => link === 'up')));
  expect(clinician.told.participants[patient.id]).toMatchObject({ admitted: true, quality: 'good' });
  await patient.connection.perform({ type: 'raiseHand', raised: true });
  await clinician.sees(({ participants }) => participants[patient.id]?.handRaised === true);
});

it('makes a new connection when one broke beneath it, and carries the same picture on', async () => {
  const { made, stop } = watchDirectConnections();
  try {
    const { clinician, patient } = await visit();
    await Promise.all([publish(clinician), publish(patient)]);
    await eventually(() => sends(clinician, patient, 'camera') && sends(patient, clinician, 'camera'));
    const [toPatient, toClinician] = [attach(clinician, patient, 'camera'), attach(patient, clinician, 'camera')];
    await eventually(() => frames(toPatient) > 5 && frames(toClinician) > 5);
    for (const page of [0, 1]) {
      const shown = toPatient.srcObject;
      made[page]?.close();
      await eventually(() => toPatient.srcObject !== shown);
      await clinician.sees(({ participants }) => participants[patient.id]?.quality === 'good');
      await eventually(() => frames(toPatient) > 5 && frames(toClinician) > 5);
      await clinician.connection.deliver(patient.id, encodeSealed(new Uint8Array([page]), new Uint8Array(16)));
      await eventually(() => patient.received.length === page + 1);
      made.splice(0, 2);
    }
    expect(patient.told.self.sending).toEqual({ microphone: true, camera: true, screen: false });
  } finally {
    stop();
  }
});

it('goes on with the same pictures when both sides lost each other in the same moment', async () => {
  const { clinician, patient } = await visit();
  await Promise.all([publish(clinician), publish(patient)]);
  await eventually(() => sends(clinician, patient, 'camera') && sends(patient, clinician, 'camera'));
  const pictures = [attach(clinician, patient, 'camera'), attach(patient, clinician, 'camera')];
  await eventually(() => pictures.every((video) => frames(video) > 5));
  for (let times = 0; times < 2; times += 1) {
    const hearAgain = deafen();
    try {
      await clinician.sees(({ participants }) => participants[patient.id]?.quality === 'lost');
      await patient.sees(({ participants }) => participants[clinician.id]?.quality === 'lost');
    } finally {
      hearAgain();
    }
    await clinician.sees(({ participants }) => participants[patient.id]?.quality === 'good');
    await patient.sees(({ participants }) => participants[clinician.id]?.quality === 'good');
    // A second of both pictures, so that what broke them in the meantime has shown.
    const from = pictures.map(frames);
    await eventually(() => pictures.every((video, index) => frames(video) > from[index]! + 20));
  }
});

it('asks again at the door of a relay that was started anew', async () => {
  const { clinician, patient } = await visit();
  await publish(patient);
  await forgetRelay();
  await patient.sees(({ self }) => self.admission === 'knocking');
  // Nobody let them in there: nothing is sent until somebody does.
  expect(patient.told.self.sending).toEqual({ microphone: false, camera: false, screen: false });
  expect(patient.told.participants).toEqual({});
  await clinician.sees(({ knocks }) => knocks[patient.id] !== undefined);
  await clinician.connection.perform({ type: 'admit', participant: patient.id });
  await clinician.sees(({ participants }) => participants[patient.id]?.quality === 'good');
  expect(patient.over).toEqual({ ended: null, failed: null });
});

it('notices within 1.5 s that somebody went silent, and has them back when they speak again', async () => {
  const machine = browserEnvironment();
  let frozen = false;
  let frozenAt = 0;
  // A page whose time stands still: it is there, it says nothing. What a frozen browser looks like from outside.
  const clock = {
    now: () => (frozen ? frozenAt : machine.clock.now()),
    after: (milliseconds: number, callback: () => void) => machine.clock.after(milliseconds, callback),
    every: (milliseconds: number, callback: () => void) =>
      machine.clock.every(milliseconds, () => {
        if (!frozen) callback();
      }),
  };
  const { clinician, patient } = await visit({ patient: { clock, crypto } });
  await clinician.sees(({ participants }) => participants[patient.id]?.quality === 'good');
  frozenAt = machine.clock.now();
  frozen = true;
  await clinician.sees(({ participants }) => participants[patient.id]?.quality === 'lost');
  expect(machine.clock.now() - frozenAt).toBeLessThan(1500);
  frozen = false;
  await clinician.sees(({ participants }) => participants[patient.id]?.quality === 'good');
});

it('sends nobody a picture that they do not look at, keeps the sound, and has the picture back when they look again', async () => {
  const { made, stop } = watchDirectConnections();
  const { clinician, patient } = await visit();
  stop();
  await publish(clinician);
  await eventually(() => sends(patient, clinician, 'camera'));
  const toPatient = sendingEnd(made);
  const toClinician = made.find((end) => end !== toPatient)!;
  await publish(patient);
  await eventually(() => sends(clinician, patient, 'camera') && sends(patient, clinician, 'camera'));
  const seen = show(patient, clinician, 'camera');
  const alsoSeen = attach(clinician, patient, 'camera');
  await eventually(() => frames(seen.video) > 5 && frames(alsoSeen) > 5);

  seen.detach();
  const bytes = async (connection: RTCPeerConnection) => (await picturesSent(connection))[0]?.bytes ?? 0;
  const standsStill = async () => {
    const before = await bytes(toPatient);
    const at = frames(alsoSeen);
    // Meanwhile the other's picture goes on.
    await eventually(() => frames(alsoSeen) > at + 8);
    return (await bytes(toPatient)) === before;
  };
  await comesTrue(standsStill);
  const other = await bytes(toClinician);
  await comesTrue(async () => (await bytes(toClinician)) > other);
  // The camera is on, and the clinician is heard.
  expect(clinician.told.self.sending).toEqual({ microphone: true, camera: true, screen: false });
  patient.levels.length = 0;
  await eventually(() => patient.levels.some((level) => level > 0.01));
  expect(patient.told.participants[clinician.id]).toMatchObject({ quality: 'good', camera: { sending: true } });

  const again = attach(patient, clinician, 'camera');
  await eventually(() => frames(again) > 5);
});

it('sends a smaller picture to somebody it reaches badly', async () => {
  const { clock } = browserEnvironment();
  // Rates what it receives every half second instead of every two.
  const often: Clock = { ...clock, every: (milliseconds, callback) => clock.every(milliseconds / 4, callback) };
  const { made, stop } = watchDirectConnections();
  const { clinician, patient } = await visit({ patient: { clock: often, crypto } });
  stop();
  await publish(clinician);
  await eventually(() => sends(patient, clinician, 'camera'));
  const toPatient = sendingEnd(made);
  const toClinician = made.find((end) => end !== toPatient)!;
  const seen = attach(patient, clinician, 'camera');
  await comesTrue(async () => ((await picturesSent(toPatient))[0]?.width ?? 0) === 640);

  // What a browser counts where every fifth packet is lost: there is no bad network to be had in a test.
  let received = 0;
  toClinician.getStats = () => {
    received += 400;
    const counted = { type: 'inbound-rtp', packetsReceived: received, packetsLost: received / 4 };
    return Promise.resolve(new Map([['counted', counted]]));
  };
  await patient.sees(({ participants }) => participants[clinician.id]?.quality === 'poor');
  await comesTrue(async () => ((await picturesSent(toPatient))[0]?.width ?? 640) <= 320);
  const at = frames(seen);
  await eventually(() => frames(seen) > at + 5);
});
