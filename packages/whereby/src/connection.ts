import {
  maximumEnvelopeBytes,
  isSwitch,
  RoomError,
  runAction,
  same,
  switchedSource,
  type ConnectRequest,
  type Environment,
  type RoomAction,
  type RoomConnection,
  type RoomReport,
  type Sending,
} from '@quietroom/core';
import { wrapEnvelope } from './chat-carrier.ts';
import { Door } from './door.ts';
import { Hosting } from './hosting.ts';
import { Lifetime } from './lifetime.ts';
import { listen } from './listen.ts';
import type { Vendor } from './load-vendor.ts';
import { PageMedia } from './page-media.ts';
import { RoomChat } from './room-chat.ts';
import type { RoomReference } from './room-reference.ts';
import { RoomWatch } from './room-watch.ts';
import { VendorLine } from './vendor-line.ts';

/** How long the room may take to show what this page did, in milliseconds. */
const answerWithin = 5000;

/** What a connection is made with. */
export interface ConnectionOptions {
  readonly vendor: Vendor;
  readonly reference: RoomReference;
  readonly environment: Pick<Environment, 'clock'>;
}

/** Goes to a room, quietly: nothing is sent but lines that carry nothing. @throws RoomError */
export const connect = async (
  { vendor, reference, environment: { clock } }: ConnectionOptions,
  { self, media, signal }: ConnectRequest,
  told: RoomReport,
): Promise<RoomConnection> => {
  const lifetime = new Lifetime();
  const report = lifetime.guard(told);
  let sending: Sending = { microphone: false, camera: false, screen: false };
  let link: Door['link'] = 'up';

  const open = async () => {
    const sound = new AudioContext();
    lifetime.atEnd(() => sound.close());
    // Allowed after the press that joined; where it is not, there are no levels until the next one.
    sound.resume().catch(() => undefined);
    const line = new VendorLine(vendor, clock);
    lifetime.atEnd(() => line.close());
    const page = new PageMedia({
      media,
      localMedia: line.client.getLocalMedia(),
      sound,
      rtcManager: () => line.rtcManager(),
      changed: () => {
        const now = page.sending();
        if (same(now, sending) || lifetime.over) return;
        sending = now;
        report.patch({ self: { sending } });
      },
      ended: (source) => {
        report.notice({ type: 'source-ended', source });
      },
    });
    lifetime.atEnd(() => {
      page.close();
    });
    const door = new Door(line, report);
    const room = new RoomWatch({ clock, sound, line, report, standing: door });
    lifetime.atEnd(() => {
      room.close();
    });

    await page.handOver(() => line.state().localMedia.onDeviceChange);
    await line.approach(reference, self, signal);
    const chat = new RoomChat({
      clock,
      socket: line.socket,
      self: () => room.reading?.self.id ?? null,
      send: (text) => {
        line.room.sendChatMessage(text);
      },
      received: (from, envelope) => {
        if (room.reading?.participants.has(from) === true) report.received(from, envelope);
      },
      farewell: (from) => {
        if (room.reading?.participants.get(from)?.claims.host === true) door.hearFarewell();
      },
    });
    lifetime.atEnd(() => {
      chat.close();
    });
    const hosting = new Hosting({
      line,
      room,
      clock,
      report,
      isHost: () => door.isHost,
      say: (text) => chat.send(text),
    });
    lifetime.atEnd(() => {
      hosting.close();
    });
    lifetime.atEnd(listen(line.socket, { room, page, report }));

    door.arrive();
    const follow = (): void => {
      if (!lifetime.over) door.follow();
      if (lifetime.over) return;
      room.look();
      page.settle();
      if (link === door.link) return;
      link = door.link;
      report.patch({ link });
    };
    lifetime.atEnd(line.subscribe(follow));
    report.patch({ link });
    follow();
    // A clinician locks an unlocked room, and reads the lock back; what stays unlocked is core's to refuse.
    if (door.isHost && !line.state().room.isLocked) await hosting.lock(true, signal).catch(() => undefined);
    if (signal.aborted) throw new RoomError('cancelled');
    return { line, page, door, room, chat, hosting };
  };

  const { line, page, door, room, chat, hosting } = await open().catch(async (error: unknown) => {
    await lifetime.close();
    throw RoomError.from(error, 'room-unreachable');
  });

  const demandAdmitted = (): void => {
    if (door.admission !== 'admitted') throw new RoomError('not-connected');
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
        line.room.toggleRaiseHand(action.raised);
        await line.until(
          ({ localParticipant }) => Boolean(localParticipant.stickyReaction) === action.raised,
          answerWithin,
        );
        return;
      case 'knock':
        door.knock();
        return;
      case 'cancelKnock':
        await door.cancelKnock();
        return;
      default:
        await hosting.perform(action);
    }
  };

  return {
    perform: (action) => runAction(lifetime.over, () => perform(action)),
    async deliver(to, envelope) {
      if (lifetime.over) throw new RoomError('not-connected');
      if (envelope.length > maximumEnvelopeBytes) throw new RoomError('message-too-long');
      if (room.reading?.participants.has(to) !== true) throw new RoomError('participant-gone');
      await chat.send(wrapEnvelope(to, envelope));
    },
    attach: (track, element) => room.attach(track, element),
    close: () => lifetime.close(),
  };
};
