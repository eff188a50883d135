import type { HMSStore, HMSTrack } from '@100mslive/hms-video-store';
import {
  changesOf,
  isSwitch,
  maximumEnvelopeBytes,
  RoomError,
  runAction,
  same,
  switchedSource,
  type Clock,
  type ConnectRequest,
  type ParticipantId,
  type RoomAction,
  type RoomActionType,
  type RoomConnection,
  type RoomEnd,
  type RoomReport,
  type Sending,
  type TrackId,
} from '@quietroom/core';
import { writeCard } from './card.ts';
import type { HmsClient } from './clients.ts';
import { messageType, writeEnvelope } from './envelope-text.ts';
import { Hosting } from './hosting.ts';
import { keepNoLeftovers } from './leftovers.ts';
import { listen } from './listen.ts';
import { loadVendor } from './load-vendor.ts';
import { PageMedia } from './page-media.ts';
import { Pictures } from './pictures.ts';
import { createPlaceholders } from './placeholders.ts';
import { readRoom, trackIdOf, vendorTrackOf, type RoomReading } from './read-room.ts';
import { Speakers } from './speakers.ts';
import { roleOf, type HmsRoles } from './template-roles.ts';
import { checkToken } from './token.ts';
import { VendorLine } from './vendor-line.ts';
import { Waits } from './waits.ts';

/** What a connection is made with. */
export interface ConnectionOptions {
  readonly roomId: string;
  readonly roles: HmsRoles;
  readonly token: () => Promise<string>;
  /** What may be asked. */
  readonly capabilities: ReadonlySet<RoomActionType>;
  readonly clock: Clock;
  /** Told of the vendor's client while there is one, and of null when it is gone. */
  readonly client: (client: HmsClient | null) => void;
}

const sources = ['microphone', 'camera', 'screen'] as const;

/** Goes to a room, quietly: clinicians come in and send nothing, everybody else stands outside, seen by nobody. */
export const connect = async (
  { roomId, roles, token, capabilities, clock, client }: ConnectionOptions,
  request: ConnectRequest,
  report: RoomReport,
): Promise<RoomConnection> => {
  const { self, signal } = request;
  const demandTime = (): void => {
    if (signal.aborted) throw new RoomError('cancelled');
  };
  const askToken = async (): Promise<string> => {
    const given = await token().catch((error: unknown) => {
      throw RoomError.from(error, 'pass-missing');
    });
    checkToken(given, { roomId, roles }, self);
    return given;
  };

  // Whatever is wrong with the token is known before the vendor hears of this page.
  const first = await askToken();
  demandTime();
  // A host without passes has none to show at the door.
  const pass = await request.token().catch(() => null);
  demandTime();
  const vendor = await loadVendor().catch((error: unknown) => {
    throw new RoomError('room-unreachable', { cause: error });
  });
  demandTime();

  const { HMSRoomState: State } = vendor;
  const gone = new Set([State.Disconnecting, State.Disconnected, State.Failed]);

  const releaseStorage = keepNoLeftovers();
  const placeholders = createPlaceholders(clock);
  let over = false;
  let line: VendorLine;
  let link: 'up' | 'interrupted' = 'up';
  let shown: RoomReading | null = null;
  let changing = false;
  let sending: Sending = { microphone: false, camera: false, screen: false };
  let stopFollowing = (): void => undefined;
  const waits = new Waits(clock);

  const page: PageMedia = new PageMedia({
    media: request.media,
    until: (check) => waits.until(check),
    placeholders,
    line: () => line,
    changed: () => {
      waits.look();
      const now = page.sending();
      if (same(now, sending) || over) return;
      sending = now;
      report.patch({ self: { sending } });
    },
    ended: (source) => {
      if (!over) report.notice({ type: 'source-ended', source });
    },
  });
  const findTrack = (track: TrackId): HMSTrack | null => {
    const state = line.state();
    for (const id of shown?.participants.keys() ?? []) {
      const source = sources.find((one) => trackIdOf(id, one) === track);
      const peer = state.peers[id];
      if (source !== undefined && peer) return vendorTrackOf(state, peer, source);
    }
    return null;
  };
  const pictures = new Pictures({ actions: () => line.actions, find: findTrack });
  const speakers = new Speakers({
    level: (id, level) => {
      report.level(id, level);
    },
    speaker: (activeSpeaker) => {
      if (!over) report.patch({ activeSpeaker });
    },
  });

  let closing: Promise<void> | null = null;
  const takeDown = (): Promise<void> => {
    closing ??= (async () => {
      over = true;
      stopFollowing();
      waits.close();
      pictures.close();
      page.close();
      client(null);
      await line.close();
      placeholders.stop();
      releaseStorage();
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

  const setLink = (next: 'up' | 'interrupted'): void => {
    if (next === link || over) return;
    link = next;
    report.patch({ link });
  };

  /** Reads the vendor's state and reports what changed. */
  const show = (): void => {
    if (over || changing) return;
    const state = line.state();
    const { roomState } = state.room;
    // What the client forgets while it goes has not gone.
    if (gone.has(roomState)) return;
    const own = state.peers[state.room.localPeer];
    const role = roleOf(roles, own?.roleName);
    if (role !== null && role !== self.role) {
      fail(new RoomError('pass-mismatch'));
      return;
    }
    const before = shown;
    shown = readRoom(state, roles);
    const patch = changesOf(before, shown);
    if (patch !== null) report.patch(patch);
    pictures.refresh();
    page.settle();
    speakers.follow(new Set(shown.participants.keys()));
    waits.look();
    setLink(roomState === State.Reconnecting ? 'interrupted' : 'up');
  };

  /** Waits until the room shows something. @throws RoomError `action-failed` */
  const shows = (check: (reading: RoomReading) => boolean): Promise<void> =>
    waits.until(() => shown !== null && check(shown));

  const follow = (): (() => void) => {
    const current = line;
    const stops = [
      current.store.subscribe(show, ({ room, peers, tracks, roles: known, connectionQualities }) => [
        room,
        peers,
        tracks,
        known,
        connectionQualities,
      ]),
      current.store.subscribe(
        (now: HMSStore['speakers']) => {
          if (!over) speakers.hear(Object.values(now));
        },
        ({ speakers: now }) => now,
      ),
      listen(vendor, current.notifications, { page, report, over: () => over, reading: () => shown, end, fail }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  };

  const openLine = (): VendorLine =>
    new VendorLine({
      vendor,
      clock,
      placeholders,
      token: askToken,
      name: self.name,
      card: pass === null ? '' : writeCard(pass),
    });

  /** Goes to the door: the room's rules are known then, and nobody there knows of this page. */
  const approach = async (given: string): Promise<void> => {
    await line.preview(given, signal);
    stopFollowing = follow();
    line.actions.ignoreMessageTypes([messageType, 'chat']);
    client(line);
    report.patch({ link });
    show();
  };

  try {
    line = openLine();
  } catch (error) {
    placeholders.stop();
    releaseStorage();
    throw RoomError.from(error, 'room-unreachable');
  }
  try {
    await approach(first);
    // What was just reported may be reason enough to go no further.
    demandTime();
    if (self.role === 'clinician') await line.join(signal);
    show();
    demandTime();
  } catch (error) {
    await takeDown();
    throw RoomError.from(error, 'room-unreachable');
  }

  const isAdmitted = (): boolean => shown?.self.admission === 'admitted';
  const demandAdmitted = (): void => {
    if (!isAdmitted()) throw new RoomError('not-connected');
  };

  const hosting = new Hosting({
    actions: () => line.actions,
    state: () => line.state(),
    reading: () => shown,
    roles,
    captionMode: vendor.HMSTranscriptionMode.CAPTION,
    shows,
    ended: () => {
      end('ended-for-everyone');
    },
  });

  /** Knocking and withdrawing one after another: joining twice, or leaving while joining, ends nowhere by itself. */
  let door: Promise<void> = Promise.resolve();
  const atTheDoor = (act: () => Promise<void>): Promise<void> => {
    const turn = door.then(act);
    door = turn.catch(() => undefined);
    return turn;
  };
  const knock = async (): Promise<void> => {
    if (over) throw new RoomError('not-connected');
    if (shown?.self.admission === 'outside') await line.join(signal);
    show();
  };
  const cancelKnock = async (): Promise<void> => {
    if (shown === null || shown.self.admission === 'outside' || isAdmitted()) return;
    changing = true;
    try {
      const given = await askToken();
      stopFollowing();
      await line.close();
      if (over) throw new RoomError('cancelled');
      line = openLine();
      await approach(given);
    } finally {
      changing = false;
    }
    show();
  };

  const perform = async (action: RoomAction): Promise<void> => {
    if (isSwitch(action)) {
      const source = switchedSource(action);
      if (!action.on) {
        page.stop(source);
        return;
      }
      demandAdmitted();
      await page.start(source);
      return;
    }
    switch (action.type) {
      case 'publish':
        demandAdmitted();
        await page.publish();
        return;
      case 'selectDevice':
        // Core has moved to the device; what is being sent moves along.
        if (action.kind !== 'speaker' && page.isOn(action.kind)) await page.start(action.kind);
        return;
      case 'raiseHand':
        demandAdmitted();
        if (action.raised) await line.actions.raiseLocalPeerHand();
        else await line.actions.lowerLocalPeerHand();
        await shows((reading) => reading.self.handRaised === action.raised);
        return;
      case 'knock':
        await atTheDoor(knock);
        return;
      case 'cancelKnock':
        await atTheDoor(cancelKnock);
        return;
      default:
        await hosting.perform(action);
    }
  };

  return {
    perform: (action) =>
      runAction(over, () => {
        if (!capabilities.has(action.type)) throw new RoomError('not-supported');
        return perform(action);
      }),
    async deliver(to: ParticipantId, envelope) {
      if (over || !isAdmitted()) throw new RoomError('not-connected');
      if (envelope.length > maximumEnvelopeBytes) throw new RoomError('message-too-long');
      if (shown?.participants.has(to) !== true) throw new RoomError('participant-gone');
      try {
        await line.actions.sendDirectMessage(writeEnvelope(envelope), to, messageType);
      } catch (error) {
        throw new RoomError('message-not-delivered', { cause: error });
      }
    },
    attach: (track, element) => pictures.attach(track, element),
    close: takeDown,
  };
};
