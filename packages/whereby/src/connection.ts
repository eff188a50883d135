import {
  Attachments,
  levelOfAmplitude,
  maximumEnvelopeBytes,
  participantId,
  RoomError,
  type Admission,
  type ConnectRequest,
  type Environment,
  type ParticipantId,
  type RoomAction,
  type RoomConnection,
  type RoomEnd,
  type RoomReport,
  type Sending,
} from '@quietroom/core';
import type {
  AudioEnableRequestedEvent,
  RoomJoinedEvent,
  RoomKnockedEvent,
  VideoEnableRequestedEvent,
} from '@whereby.com/media';
import { farewell, wrapEnvelope } from './chat-carrier.ts';
import { Hearing } from './hearing.ts';
import { Hosting } from './hosting.ts';
import { loadVendor } from './load-vendor.ts';
import { normalise } from './normalise.ts';
import { PageMedia } from './page-media.ts';
import { readRoom, trackIdOf, type RoomReading } from './read-room.ts';
import { Receptions } from './receptions.ts';
import { RoomChat } from './room-chat.ts';
import type { RoomReference } from './room-reference.ts';
import { joinErrorOf, VendorLine } from './vendor-line.ts';

/** How long the room may take to answer a request of this page, in milliseconds. */
const answerWithin = 5000;

/** What a connection is made with. */
export interface ConnectionOptions {
  readonly reference: RoomReference;
  readonly environment: Pick<Environment, 'clock'>;
}

/** Goes to a room, quietly: nothing is sent but lines that carry nothing. @throws RoomError */
export const connect = async (
  { reference, environment: { clock } }: ConnectionOptions,
  request: ConnectRequest,
  report: RoomReport,
): Promise<RoomConnection> => {
  const vendor = await loadVendor().catch((error: unknown) => {
    throw new RoomError('room-unreachable', { cause: error });
  });
  if (request.signal.aborted) throw new RoomError('cancelled');

  const sound = new AudioContext();
  // Allowed after the press that joined; where it is not, there are no levels until the next one.
  sound.resume().catch(() => undefined);
  const line = new VendorLine(vendor, clock);
  let over = false;
  let admission: Admission = 'outside';
  let wantsIn = false;
  let inside = false;
  let link: 'up' | 'interrupted' = 'up';
  let shown: RoomReading | null = null;
  let endingForEveryone = false;
  let sending: Sending = { microphone: false, camera: false, screen: false };
  const knocks = new Map<ParticipantId, { since: number; keptWaiting: boolean }>();
  const answered = new Set<ParticipantId>();
  const stops: (() => void)[] = [];

  const rtcManager = () => line.rtcManager();
  const others = () => (shown === null ? [] : line.state().remoteParticipants.remoteParticipants);
  const attachments = new Attachments((track) => {
    for (const who of others()) {
      const id = participantId(who.id);
      if (track === trackIdOf(id, 'microphone')) return who.stream?.getAudioTracks()[0] ?? null;
      if (track === trackIdOf(id, 'camera')) return who.stream?.getVideoTracks()[0] ?? null;
      if (track === trackIdOf(id, 'screen')) return who.presentationStream?.getVideoTracks()[0] ?? null;
    }
    return null;
  });
  const hearing = new Hearing({
    clock,
    sound,
    level: (id, level) => {
      report.level(id, levelOfAmplitude(level));
    },
    speaker: (activeSpeaker) => {
      if (!over) report.patch({ activeSpeaker });
    },
  });
  const receptions = new Receptions({
    clock,
    rtcManager,
    quality: (id, quality) => {
      if (!over) report.patch({ participants: { [id]: { id, quality } } });
    },
  });
  const page = new PageMedia({
    media: request.media,
    localMedia: line.client.getLocalMedia(),
    sound,
    rtcManager,
    changed: () => {
      const now = page.sending();
      const same =
        now.microphone === sending.microphone && now.camera === sending.camera && now.screen === sending.screen;
      if (same || over) return;
      sending = now;
      report.patch({ self: { sending } });
    },
    ended: (source) => {
      if (!over) report.notice({ type: 'source-ended', source });
    },
  });

  let closing: Promise<void> | null = null;
  const takeDown = (): Promise<void> => {
    closing ??= (async () => {
      over = true;
      for (const stop of stops) stop();
      hearing.close();
      receptions.close();
      attachments.close();
      page.close();
      await line.close();
      await sound.close();
    })();
    return closing;
  };
  const end = (reason: RoomEnd): void => {
    if (over) return;
    void takeDown();
    report.ended(reason);
  };
  const fail = (error: RoomError): void => {
    if (over) return;
    void takeDown();
    report.failed(error);
  };

  /** Reads the vendor's state and reports what changed. */
  const show = (): void => {
    if (over) return;
    const before = shown;
    const reading = readRoom(line.state(), {
      admission,
      inside,
      answered,
      knock: (id) => {
        const known = knocks.get(id) ?? { since: clock.now(), keptWaiting: false };
        knocks.set(id, known);
        return known;
      },
    });
    shown = reading;
    const patch = normalise(before, reading);
    if (patch !== null) report.patch(patch);
    for (const id of knocks.keys()) if (!reading.knocks.has(id)) knocks.delete(id);
    receptions.follow(new Set(reading.participants.keys()));
    const voices = new Map<ParticipantId, MediaStreamTrack | null>();
    for (const who of others()) {
      const sends = reading.participants.get(participantId(who.id))?.microphone?.sending;
      if (sends !== undefined) voices.set(participantId(who.id), (sends && who.stream?.getAudioTracks()[0]) || null);
    }
    hearing.follow(voices);
    attachments.refresh();
  };

  const setLink = (next: 'up' | 'interrupted'): void => {
    if (next === link || over) return;
    link = next;
    report.patch({ link });
  };

  /** Follows the vendor's word for where this page stands. */
  const follow = (): void => {
    if (over) return;
    const { status, error } = line.state().roomConnection;
    switch (status) {
      case 'connected':
        if (!wantsIn) {
          // Let in by a host who answered a request that was just withdrawn.
          fail(new RoomError('cancelled'));
          return;
        }
        admission = 'admitted';
        inside = true;
        break;
      case 'room_locked':
        if (wantsIn) {
          // The line was down, and the request to join with it.
          admission = 'knocking';
          line.room.knock();
          return;
        }
        admission = 'outside';
        break;
      case 'knocking':
        admission = 'knocking';
        break;
      case 'knock_on_hold':
        admission = 'kept-waiting';
        break;
      case 'knock_rejected':
        end(line.room.getState().knockResponse?.message === farewell ? 'ended-for-everyone' : 'declined');
        return;
      case 'kicked':
        end(endingForEveryone ? 'ended-for-everyone' : 'removed');
        return;
      case 'left':
        fail(new RoomError('connection-lost'));
        return;
      case 'disconnected':
      case 'reconnecting':
        if (error) {
          fail(joinErrorOf(error));
          return;
        }
        setLink('interrupted');
        break;
      case 'connecting':
      case 'ready':
      case 'leaving':
        break;
    }
    show();
    page.settle();
    if (status === 'connected' || status === 'room_locked' || status === 'knocking') setLink('up');
  };

  const isHost = (): boolean => admission === 'admitted' && line.state().localParticipant.roleName === 'host';

  const begin = async (): Promise<RoomChat> => {
    await page.handOver(() => line.state().localMedia.onDeviceChange);
    await line.approach(reference, request.self, request.signal);
    const { socket } = line;
    const chat = new RoomChat({
      clock,
      socket,
      self: () => shown?.self.id ?? null,
      send: (text) => {
        line.room.sendChatMessage(text);
      },
      received: (from, envelope) => {
        if (!over && shown?.participants.has(from) === true) report.received(from, envelope);
      },
      farewell: (from) => {
        if (shown?.participants.get(from)?.claims.host === true) endingForEveryone = true;
      },
    });
    stops.push(
      () => {
        chat.close();
      },
      socket.on('room_knocked', ({ clientId }: RoomKnockedEvent) => {
        // Declined, they may ask again.
        answered.delete(participantId(clientId));
        show();
      }),
      socket.on('room_joined', (payload: RoomJoinedEvent) => {
        if ('error' in payload) return;
        // Back in the room, the client goes on listing who knocked before and has left since.
        const present = new Set(payload.room.knockers.map(({ clientId }) => clientId));
        for (const { id } of line.state().waitingParticipants.waitingParticipants) {
          if (!present.has(id)) answered.add(participantId(id));
        }
        show();
      }),
      socket.on('audio_enable_requested', ({ requestedByClientId, enable }: AudioEnableRequestedEvent) => {
        if (!enable) page.stop('microphone');
        const by = participantId(requestedByClientId);
        if (!over) report.notice({ type: enable ? 'asked-to-unmute' : 'muted-by', by });
      }),
      socket.on('video_enable_requested', ({ enable }: VideoEnableRequestedEvent) => {
        if (enable || !page.isOn('camera')) return;
        page.stop('camera');
        if (!over) report.notice({ type: 'source-ended', source: 'camera' });
      }),
    );
    return chat;
  };

  const hosting: Hosting = new Hosting({
    line,
    reading: () => shown,
    isHost,
    answered: (id) => {
      answered.add(id);
      show();
    },
    keptWaiting: (id) => {
      knocks.set(id, { since: knocks.get(id)?.since ?? clock.now(), keptWaiting: true });
      show();
    },
    say: (text) => chat.send(text),
    ended: () => {
      end('ended-for-everyone');
    },
    pause: (milliseconds) =>
      new Promise((resolve) => {
        stops.push(clock.after(milliseconds, resolve));
      }),
  });

  const isAborted = (): boolean => request.signal.aborted;
  let chat: RoomChat;
  try {
    chat = await begin();
    wantsIn = line.state().roomConnection.status === 'connected';
    stops.push(line.subscribe(follow));
    report.patch({ link });
    follow();
    // A clinician locks an unlocked room, and reads the lock back; what stays unlocked is core's to refuse.
    if (isHost() && !line.state().room.isLocked) await hosting.lock(true).catch(() => undefined);
    if (isAborted()) throw new RoomError('cancelled');
  } catch (error) {
    await takeDown();
    throw RoomError.from(error, 'room-unreachable');
  }

  const demandAdmitted = (): void => {
    if (admission !== 'admitted') throw new RoomError('not-connected');
  };
  const answers = (check: Parameters<VendorLine['until']>[0]): Promise<void> =>
    line.until(check, answerWithin).catch((error: unknown) => {
      throw new RoomError('action-failed', { cause: error });
    });

  const cancelKnock = async (): Promise<void> => {
    if (admission !== 'knocking' && admission !== 'kept-waiting') return;
    wantsIn = false;
    admission = 'outside';
    if (line.state().roomConnection.status === 'knock_on_hold') {
      // The client refuses to withdraw for somebody kept waiting.
      line.socket.emit('cancel_room_knock');
      line.client.getStore().dispatch({ type: 'roomConnection/connectionStatusChanged', payload: 'ready' });
    } else line.room.cancelKnock();
    await answers(({ roomConnection: { status } }) => status === 'room_locked');
  };

  const setSource = async (source: 'microphone' | 'camera' | 'screen', on: boolean): Promise<void> => {
    if (!on) {
      page.stop(source);
      return;
    }
    demandAdmitted();
    await page.start(source);
  };

  const perform = async (action: RoomAction): Promise<void> => {
    switch (action.type) {
      case 'publish':
        demandAdmitted();
        await page.publish();
        return;
      case 'setMicrophone':
        await setSource('microphone', action.on);
        return;
      case 'setCamera':
        await setSource('camera', action.on);
        return;
      case 'shareScreen':
        await setSource('screen', action.on);
        return;
      case 'selectDevice':
        // Core has moved to the device; what is being sent moves along.
        if (action.kind !== 'speaker' && page.isOn(action.kind)) await page.start(action.kind);
        return;
      case 'raiseHand':
        demandAdmitted();
        line.room.toggleRaiseHand(action.raised);
        await answers(({ localParticipant }) => Boolean(localParticipant.stickyReaction) === action.raised);
        return;
      case 'knock':
        if (admission !== 'outside') return;
        wantsIn = true;
        line.room.knock();
        return;
      case 'cancelKnock':
        await cancelKnock();
        return;
      case 'setRecording':
      case 'setCaptions':
        throw new RoomError('not-supported');
      default:
        await hosting.perform(action);
    }
  };

  return {
    async perform(action) {
      if (over) throw new RoomError('not-connected');
      try {
        await perform(action);
      } catch (error) {
        throw RoomError.from(error, 'action-failed');
      }
    },
    async deliver(to, envelope) {
      if (over) throw new RoomError('not-connected');
      if (envelope.length > maximumEnvelopeBytes) throw new RoomError('message-too-long');
      if (shown?.participants.has(to) !== true) throw new RoomError('participant-gone');
      await chat.send(wrapEnvelope(to, envelope));
    },
    attach: (track, element) => attachments.attach(track, element),
    close: takeDown,
  };
};
