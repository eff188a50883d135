import {
  Attachments,
  maximumEnvelopeBytes,
  isSwitch,
  participantId,
  RoomError,
  runAction,
  same,
  switchedSource,
  type ConnectRequest,
  type Environment,
  type Envelope,
  type ParticipantId,
  type RoomAction,
  type RoomConnection,
  type RoomReport,
  type Sending,
} from '@quietroom/core';
import type { View } from '../protocol/relay-message.ts';
import { IceServers, type IceServerSource } from './ice-servers.ts';
import { Mesh } from './mesh.ts';
import { normalise } from './normalise.ts';
import { Outgoing } from './outgoing.ts';
import { Signalling } from './signalling.ts';

/** How long a message waits for the direct connection to somebody, in milliseconds. */
const deliverWithin = 5000;

/** What a connection is made with. */
export interface ConnectionOptions {
  readonly url: URL;
  readonly iceServers: IceServerSource;
  readonly iceTransportPolicy: RTCIceTransportPolicy;
  readonly environment: Pick<Environment, 'clock' | 'crypto'>;
}

/** Enters a room through the relay, quietly. @throws RoomError */
export const connect = async (
  { url, iceServers, iceTransportPolicy, environment }: ConnectionOptions,
  request: ConnectRequest,
  report: RoomReport,
): Promise<RoomConnection> => {
  const { clock } = environment;
  let view: View | null = null;
  let shown: View | null = null;
  let clockOffset = 0;
  let over = false;
  let link: 'up' | 'interrupted' = 'up';
  let sending: Sending = { microphone: false, camera: false, screen: false };
  const absent = new Set<ParticipantId>();

  const servers = new IceServers(iceServers, clock);
  const mesh: Mesh = new Mesh({
    configuration: () => ({ iceServers: [...(servers.current ?? [])], iceTransportPolicy }),
    renew: () => servers.renew(),
    clock,
    signal: (to, session, signal) => {
      signalling.signal(to, session, signal);
    },
    reachable: () => link === 'up',
    track: (source) => outgoing.track(source),
    pulse: () => {
      reportSending();
      return outgoing.read();
    },
    isShown: (track) => attachments.has(track),
    received: (from, bytes) => {
      if (bytes.length <= maximumEnvelopeBytes) report.received(from, bytes);
    },
    reception: (id, reception) => {
      if (isShown(id)) report.patch({ participants: { [id]: { id, ...reception } } });
    },
    absent: (id, isAbsent) => {
      if (isAbsent) absent.add(id);
      else absent.delete(id);
      show();
    },
    receivers: () => {
      attachments.refresh();
    },
    level: (id, level) => {
      report.level(id, level);
    },
    speaker: (activeSpeaker) => {
      if (!over) report.patch({ activeSpeaker });
    },
  });
  const attachments: Attachments = new Attachments((track) => mesh.find(track));
  const outgoing: Outgoing = new Outgoing(request.media, mesh, {
    changed: () => {
      reportSending();
      mesh.sendPulse();
    },
    ended: (source) => {
      if (!over) report.notice({ type: 'source-ended', source });
    },
  });

  const isShown = (id: ParticipantId): boolean =>
    !over && (shown?.room?.participants.some((who) => who.id === id) ?? false);

  const reportSending = (): void => {
    const now = outgoing.sending();
    if (same(now, sending) || over) return;
    sending = now;
    report.patch({ self: { sending } });
  };

  /** Reports what changed in what is to be shown. */
  const show = (): void => {
    if (view === null || over) return;
    const { room } = view;
    const before = shown;
    shown = {
      ...view,
      room: room && {
        ...room,
        participants: room.participants.filter((who) => who.present || !absent.has(participantId(who.id))),
      },
    };
    for (const patch of normalise(before, shown, { reception: (id) => mesh.reception(id), clockOffset })) {
      report.patch(patch);
    }
  };

  const follow = (next: View): void => {
    if (over) return;
    const before = view;
    view = next;
    const { self, room } = next;
    mesh.follow(self, room?.participants ?? []);
    for (const id of absent) if (!mesh.has(id)) absent.delete(id);
    show();
    if (before === null) return;
    if (self.admission !== 'admitted' && before.self.admission === 'admitted') stopSending();
    // A relay that lost its memory has lost the request to join as well, and who was let in.
    const forgotten =
      self.session !== before.self.session && self.admission === 'outside' && before.self.admission !== 'outside';
    if (forgotten) signalling.perform({ type: 'knock' }).catch(fail);
  };

  const stopSending = (): void => {
    for (const source of ['microphone', 'camera', 'screen'] as const) void outgoing.stop(source);
  };

  /** Takes everything down, in whatever state it is. */
  const takeDown = (): Promise<void> => {
    over = true;
    // Goodbye first, so that for the others this is leaving and not being lost.
    const closed = signalling.close();
    mesh.close();
    servers.close();
    outgoing.close();
    attachments.close();
    return closed;
  };
  const fail = (error: unknown): void => {
    if (over) return;
    void takeDown();
    report.failed(RoomError.from(error, 'connection-lost'));
  };

  const signalling: Signalling = new Signalling({
    url,
    request,
    environment,
    events: {
      view: follow,
      signal: (from, session, signal) => {
        mesh.receive(from, session, signal);
      },
      notice: (type, by) => {
        if (type === 'muted-by') void outgoing.stop('microphone');
        report.notice({ type, by: participantId(by) });
      },
      link: (state) => {
        if (over) return;
        link = state;
        report.patch({ link });
        if (link === 'interrupted') return;
        // The network may be another one now, and what was told before out of date.
        void servers.renew();
        mesh.reach();
      },
      ended: (reason) => {
        if (over) return;
        void takeDown();
        report.ended(reason);
      },
      failed: fail,
    },
  });

  const demandAdmitted = (): void => {
    if (view?.self.admission !== 'admitted') throw new RoomError('not-connected');
  };
  const perform = async (action: RoomAction): Promise<void> => {
    if (isSwitch(action)) {
      const source = switchedSource(action);
      if (!action.on) {
        await outgoing.stop(source);
        return;
      }
      demandAdmitted();
      await outgoing.start(source);
      return;
    }
    switch (action.type) {
      case 'publish':
        demandAdmitted();
        await outgoing.publish();
        return;
      case 'selectDevice':
        // Core has moved to the device; what is being sent moves along.
        if (action.kind !== 'speaker' && outgoing.isOn(action.kind)) await outgoing.start(action.kind);
        return;
      case 'setRecording':
      case 'setCaptions':
        throw new RoomError('not-supported');
      default:
        await signalling.perform(action);
    }
  };

  const [first] = await Promise.all([signalling.connect(), servers.renew()]).catch((error: unknown) => {
    servers.close();
    throw error;
  });
  servers.keepFresh();
  clockOffset = clock.now() - first.now;
  report.patch({ link });
  follow(first.view);

  return {
    perform: (action) => runAction(over, () => perform(action)),
    async deliver(to, envelope: Envelope) {
      if (over) throw new RoomError('not-connected');
      if (envelope.length > maximumEnvelopeBytes) throw new RoomError('message-too-long');
      if (!mesh.has(to)) throw new RoomError('participant-gone');
      if (await mesh.deliver(to, envelope, deliverWithin)) return;
      throw new RoomError(mesh.has(to) ? 'message-not-delivered' : 'participant-gone');
    },
    attach: (track, element) => attachments.attach(track, element),
    close: () => (over ? signalling.close() : takeDown()),
  };
};
