import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  come,
  configFor,
  control,
  dismiss,
  otherCamera,
  others,
  remember,
  self,
  spelled,
  together,
  unheard,
  whereabouts,
} from '../../test/100ms-people.ts';
import { arrive, eventually, loadBareClient, moves } from './bare-client/index.ts';
import { redirectHms } from './redirect/redirect-hms.ts';

beforeAll(() => {
  redirectHms({ origin: inject('hmsUrl') });
});
afterEach(dismiss);

describe('the unmodified SDK in a room of the stand-in', () => {
  test('who previews is seen by nobody; once they join, each sees the other move', async () => {
    const room = await control.createRoom();
    const clinician = await come(room, 'clinician', 'Clinician B2B2');
    const config = await configFor(room, 'patient', 'Patient C3C3');
    const patient = remember(await arrive('Patient C3C3'));
    await patient.actions.preview(config);
    const { room: previewed } = await patient.until((state) => whereabouts(state) === 'Preview');
    expect(previewed.isHipaaEnabled).toBe(true);
    expect((await control.inspect(room)).peers.map(({ joined }) => joined)).toEqual([true, false]);
    expect(others(clinician.state())).toEqual([]);

    await patient.actions.join(config);
    for (const person of [clinician, patient]) await moves(person.actions, await otherCamera(person));
    expect(others(clinician.state())).toMatchObject([
      { name: 'Patient C3C3', roleName: 'patient', type: 'regular', customerUserId: expect.any(String) as string },
    ]);
  });

  test('who waits sends and sees nothing until they are given a role, and then sends muted', async () => {
    const room = await control.createRoom();
    const clinician = await come(room, 'clinician', 'Clinician B2B2');
    const patient = await come(room, 'waiting', 'Patient C3C3', unheard);
    const { id } = (await clinician.until((state) => others(state).length === 1)).peers[self(patient).id]!;
    expect((await control.inspect(room)).peers.find((peer) => peer.id === id)?.tracks).toEqual([]);
    expect(Object.values(patient.state().tracks)).toEqual([]);

    await clinician.actions.changeRoleOfPeer(id, 'patient', true);
    await patient.until(({ roles, peers }) => roles['patient'] !== undefined && peers[id]?.roleName === 'patient');
    await moves(patient.actions, await otherCamera(patient));
    const camera = await otherCamera(clinician);
    expect(clinician.state().tracks[camera]?.enabled).toBe(false);
    await patient.actions.setLocalVideoEnabled(true);
    await moves(clinician.actions, camera);

    await clinician.actions.changeRoleOfPeer(id, 'waiting', true);
    await clinician.until((state) => others(state)[0]?.videoTrack === undefined);
    await patient.until((state) => others(state)[0]?.videoTrack === undefined);
  });

  test('a role that is only offered is taken when its person says so', async () => {
    const { clinician, patient } = await together(unheard);
    await clinician.actions.changeRoleOfPeer(self(patient).id, 'interpreter', false);
    const { roleChangeRequests } = await patient.until((state) => state.roleChangeRequests.length === 1);
    expect(self(patient).roleName).toBe('patient');
    const request = { ...roleChangeRequests[0]!, role: patient.state().roles['interpreter']! };
    await patient.actions.acceptChangeRole({ ...request, requestedBy: others(patient.state())[0]! });
    await clinician.until((state) => others(state)[0]?.roleName === 'interpreter');
  });

  test('a direct message reaches one person and no other line', async () => {
    const { room, clinician, patient } = await together(unheard);
    const third = await come(room, 'family', 'Family D4D4', unheard);
    await clinician.until((state) => others(state).length === 2);
    await control.forget();
    await clinician.actions.sendDirectMessage('sealed for the patient', self(patient).id);
    const { messages } = await patient.until((state) => Object.keys(state.messages.byID).length === 1);
    expect(Object.values(messages.byID)).toMatchObject([
      { message: 'sealed for the patient', recipientPeer: self(patient).id, sender: self(clinician).id },
    ]);
    const heard = async (peer: string) =>
      (await control.entries({ peer, way: 'out' })).filter(({ text }) => text.includes('sealed for the patient'));
    expect(await heard(self(patient).id)).toHaveLength(1);
    expect(await heard(self(third).id)).toEqual([]);
    expect(third.state().messages.allIDs).toEqual([]);

    await control.say(room, self(third).id, null, 'to everybody');
    await patient.until((state) => state.messages.allIDs.length === 2);
    await clinician.until((state) => state.messages.allIDs.length === 2);
  });

  test('a hand is raised by one and lowered by another', async () => {
    const { clinician, patient } = await together(unheard);
    await patient.actions.raiseLocalPeerHand();
    await clinician.until((state) => others(state)[0]?.isHandRaised ?? false);
    await clinician.actions.lowerRemotePeerHand(self(patient).id);
    await patient.until(() => !self(patient).isHandRaised);
  });

  test('a clinician mutes a patient and can only ask for the opposite; a patient can neither', async () => {
    const { clinician, patient } = await together();
    const { audioTrack } = others(await clinician.until((state) => others(state)[0]?.audioTrack !== undefined))[0]!;
    await clinician.actions.setRemoteTrackEnabled(audioTrack!, false);
    await patient.until((state) => state.tracks[self(patient).audioTrack!]?.enabled === false);
    await clinician.until((state) => state.tracks[audioTrack!]?.enabled === false);
    let asked = 0;
    patient.store.getNotifications().onNotification(({ type }) => {
      if (spelled(type) === 'CHANGE_TRACK_STATE_REQUEST') asked += 1;
    });
    await clinician.actions.setRemoteTrackEnabled(audioTrack!, true);
    await eventually(() => asked === 1, 'the patient is asked');
    expect(patient.state().tracks[self(patient).audioTrack!]?.enabled).toBe(false);
    const own = others(patient.state())[0]!.audioTrack!;
    await expect(patient.actions.setRemoteTrackEnabled(own, false)).rejects.toMatchObject({ code: 403 });
  });

  test('who is removed is out, and the end is the end for everybody', async () => {
    const { room, clinician, patient } = await together(unheard);
    const third = await come(room, 'family', 'Family D4D4', unheard);
    await clinician.until((state) => others(state).length === 2);
    await expect(patient.actions.removePeer(self(third).id, '')).rejects.toMatchObject({ code: 403 });
    await clinician.actions.removePeer(self(third).id, '');
    await third.until((state) => whereabouts(state) === 'Disconnected');
    await patient.until((state) => others(state).length === 1);
    await clinician.actions.endRoom(true, '');
    await patient.until((state) => whereabouts(state) === 'Disconnected');
    expect(await control.inspect(room)).toMatchObject({ closed: true, peers: [] });
    const late = remember(await arrive());
    const joining = late.actions.join(await configFor(room, 'patient', 'Patient C3C3'));
    await expect(joining).rejects.toMatchObject({ code: 403 });
  });

  test('what is recorded, streamed and captioned is known to everybody, and to who comes later', async () => {
    const { room, clinician, patient } = await together(unheard);
    const { HMSTranscriptionMode } = await loadBareClient();
    await control.setRecording(room, 'sfu', true);
    await control.setRtmp(room, true);
    await control.setHls(room, true);
    await clinician.actions.startTranscription({ mode: HMSTranscriptionMode.CAPTION });
    const late = await come(room, 'family', 'Family D4D4', unheard);
    for (const person of [clinician, patient, late]) {
      const { room: known } = await person.until(
        (state) => spelled(state.room.transcriptions?.[0]?.state) === 'started',
      );
      expect(known).toMatchObject({
        recording: { server: { running: true }, browser: { running: false } },
        rtmp: { running: true },
        hls: { running: true },
      });
    }
    await control.setRecording(room, 'sfu', false);
    await control.setRtmp(room, false);
    await control.setHls(room, false);
    await patient.until(
      ({ room: { recording, rtmp, hls } }) => !recording.server.running && !rtmp.running && !hls.running,
    );
    const captions: unknown[] = [];
    patient.store.getNotifications().onNotification(({ type, data }) => {
      if (spelled(type) === 'NEW_MESSAGE') captions.push(data);
    });
    await control.caption(room, self(clinician).id, 'does it hurt here');
    await eventually(() => captions.length === 1, 'the caption arrives');
    expect(JSON.stringify(captions)).toContain('does it hurt here');
  });

  test('a workspace for health information records nothing without a bucket, and only who may', async () => {
    const { room, clinician, patient } = await together(unheard);
    await control.addRule({ on: 'request', name: 'rtmp-start', action: 'refuse', code: 400, times: 1 });
    await expect(clinician.actions.startRTMPOrRecording({ record: true })).rejects.toMatchObject({ code: 400 });
    await expect(patient.actions.startRTMPOrRecording({ record: true })).rejects.toMatchObject({ code: 403 });
    expect((await control.inspect(room)).peers).toHaveLength(2);

    const stored = await control.createRoom({ storage: true });
    const recorder = await come(stored, 'clinician', 'Clinician B2B2', unheard);
    await recorder.actions.startRTMPOrRecording({ record: true });
    await recorder.until((state) => state.room.recording.browser.running);
    await recorder.actions.stopRTMPAndRecording();
    await recorder.until((state) => !state.room.recording.browser.running);
  });

  test('a telephone is a peer of its kind, with the number for a name', async () => {
    const { room, clinician } = await together(unheard);
    const id = await control.dialsIn(room, '+1 555 0100');
    await clinician.until(({ peers }) => spelled(peers[id]?.type) === 'sip' && peers[id]?.name === '+1 555 0100');
    await control.leaves(room, id);
    await clinician.until(({ peers }) => peers[id] === undefined);
  });
});
