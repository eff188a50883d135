import {
  browserEnvironment,
  createVisit,
  demonstration,
  participantId,
  RoomError,
  type CloseReason,
  type Environment,
  type Manifest,
  type OpaqueId,
  type ParticipantId,
  type RoomAction,
  type RoomActionType,
  type RoomAdapter,
  type RoomConnection,
  type RoomErrorCode,
  type RoomFacts,
  type Visit,
} from '@quietroom/core';
import { createFakeDevices } from '../devices/create-fake-devices.ts';
import { allActions } from './all-actions.ts';
import { createFakeCaptions } from './fake-captions.ts';
import { createFakePerson, type SeatedPerson } from './create-fake-person.ts';
import { createFakeHost } from './fake-host.ts';
import { createFakePictures } from './fake-pictures.ts';
import type { FakePerson, FakePersonOptions, FakeRoom, FakeRoomOptions } from './fake-room.ts';
import { createFakeSeat, type FakeSeat } from './fake-seat.ts';
import type { FakeStage } from './fake-stage.ts';
import { createGates } from './gates.ts';
import { performAsHost, type HostedRoom } from './perform-as-host.ts';

/** What a provider that does not exist says about itself. */
const invented: Manifest = {
  sdk: null,
  verified: [],
  keeps: [
    { what: 'recording', days: 7, source: 'invented' },
    { what: 'transcription', days: 14, source: 'invented' },
    { what: 'captions', days: 0, source: 'invented' },
  ],
  unknown: ['Everything: nothing here leaves this page.'],
  enforcedBy: {},
};

/** This page's own id in the room. */
const you = participantId('you');

const whenAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const abort = () => {
      reject(new RoomError('cancelled'));
    };
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });

/** See {@link FakeRoom}. Creating one makes no request and opens no device. */
export function createFakeRoom(options: FakeRoomOptions = {}): FakeRoom {
  const role = options.role ?? 'patient';
  const waits = options.waits ?? role !== 'clinician';
  const devices = options.devices ?? createFakeDevices();
  const environment: Environment = {
    ...browserEnvironment(),
    page: { secure: true, path: '/visit' },
    mediaDevices: devices.mediaDevices,
    ...options.environment,
  };
  const host = createFakeHost(environment);
  const self = host.introduce(role);
  const pictures = createFakePictures();
  const gates = createGates();
  const refusedActions = new Map<RoomActionType, RoomErrorCode>();
  const people: SeatedPerson[] = [];
  const roster = new Map<OpaqueId, { readonly name: string; readonly pronouns?: string }>();
  const asks: RoomAction[] = [];
  const closings: CloseReason[] = [];
  const carried: { readonly to: ParticipantId; readonly bytes: Uint8Array }[] = [];
  let visit: Visit | null = null;
  let seat: FakeSeat | null = null;
  let facts: RoomFacts = { locked: false, recording: false, captions: false, streaming: false, ...options.facts };
  let linked = true;
  let refusedConnection: RoomErrorCode | null = null;
  let refusedDelivery: RoomErrorCode | null = null;
  let refusedPass: RoomErrorCode | null = null;

  const inside = () => (seat?.self().admission === 'admitted' ? seat : null);
  const tell: FakeStage['tell'] = (patch) => inside()?.report.patch(patch);
  const find = (id: ParticipantId): SeatedPerson => {
    const found = people.find(({ person }) => person.id === id);
    if (found === undefined || found.place() === 'gone') throw new RoomError('participant-gone');
    return found;
  };
  const know = (change: Partial<RoomFacts>) => {
    facts = { ...facts, ...change };
    seat?.report.patch({ room: change });
  };

  const show = (seated: SeatedPerson) => {
    const { id } = seated.person;
    const place = seated.place();
    const atDoor = place === 'at the door' || place === 'kept waiting';
    tell({
      ...(role === 'clinician' ? { knocks: { [id]: atDoor ? seated.knock() : null } } : {}),
      participants: { [id]: place === 'inside' ? seated.participant() : null },
    });
    if (inside() === null) return;
    if (place === 'inside') seated.meets(you, self);
    else seated.parts();
  };
  const stage: FakeStage = {
    environment,
    host,
    tell,
    notify: (notice) => inside()?.report.notice(notice),
    level: (id, level) => inside()?.report.level(id, level),
    hand: (from, bytes) => {
      if (linked) seat?.report.received(from, bytes);
    },
    muteYou: (by) => {
      seat?.silence('microphone');
      stage.notify({ type: 'muted-by', by });
    },
    everybody: () =>
      [self.sub, ...people.filter((seated) => seated.place() === 'inside').map(({ person }) => person.sub)].sort(),
    consentText: (subject) => visit?.consent.state.get()[subject].text?.hash ?? null,
    moved: (id) => {
      const seated = people.find(({ person }) => person.id === id);
      if (seated === undefined) return;
      show(seated);
      for (const other of people) other.countsAgain();
    },
  };

  const tellCaption = createFakeCaptions(stage.notify);
  const admitYou = () => {
    if (seat === null || inside() !== null) return;
    seat.set({ admission: 'admitted' });
    for (const seated of people) if (seated.place() !== 'arriving') show(seated);
  };

  const hosted: HostedRoom = {
    find,
    know,
    endForEveryone: () => seat?.report.ended('ended-for-everyone'),
  };

  const connect: RoomAdapter['connect'] = async (request, report) => {
    await Promise.race([gates.pass('connect'), whenAborted(request.signal)]);
    if (request.signal.aborted) throw new RoomError('cancelled');
    if (refusedConnection !== null) throw new RoomError(refusedConnection);
    const own = createFakeSeat(you, request, report);
    seat = own;
    linked = true;
    report.patch({ link: 'up', self: own.self(), room: facts });
    if (!waits) admitYou();

    const connection: RoomConnection = {
      perform: async (action) => {
        asks.push(action);
        await gates.pass(action.type);
        const refused = refusedActions.get(action.type);
        if (refused !== undefined) throw new RoomError(refused);
        if (!own.open()) throw new RoomError('not-connected');
        if (!(await own.performOwn(action))) performAsHost(action, hosted);
      },
      deliver: async (to, envelope) => {
        if (refusedDelivery !== null) throw new RoomError(refusedDelivery);
        if (!own.open() || !linked) throw new RoomError('not-connected');
        const recipient = find(to);
        if (recipient.place() !== 'inside') throw new RoomError('participant-gone');
        const bytes = envelope.slice();
        carried.push({ to, bytes });
        recipient.takes(bytes);
        await Promise.resolve();
      },
      attach: pictures.attach,
      close: async (reason) => {
        if (!own.open()) return;
        closings.push(reason);
        own.close(reason);
        pictures.clear();
        for (const seated of people) seated.parts();
        if (seat === own) seat = null;
        await Promise.resolve();
      },
    };
    return connection;
  };

  const bring = (person: FakePersonOptions, goal: FakePerson['place']): FakePerson => {
    const seated = createFakePerson(stage, person, goal, people.length);
    people.push(seated);
    if (person.name !== undefined) {
      const { name, pronouns } = person;
      roster.set(seated.person.sub, { name, ...(pronouns === undefined ? {} : { pronouns }) });
    }
    return seated.person;
  };

  const { connectionTest, standsInFor } = options;
  const room: FakeRoom = {
    adapter: {
      provider: standsInFor?.provider ?? 'fake',
      manifest: standsInFor?.manifest ?? invented,
      capabilities: new Set(options.capabilities ?? standsInFor?.capabilities ?? allActions),
      connect,
      ...(connectionTest && { probe: () => Promise.resolve(connectionTest) }),
    },
    pass: async (publicKey) => {
      if (refusedPass !== null) throw new RoomError(refusedPass);
      const pass = await host.pass(self, await host.thumbprintOf(publicKey));
      if (pass === null) throw new RoomError('pass-missing');
      return pass;
    },
    trust: host.trust,
    environment,
    devices,
    role,
    you: { sub: self.sub, pseudonym: self.name },
    roster,
    createVisit: ({
      adapter = room.adapter,
      knownIdentifiers = [],
      policy = options.policy ?? demonstration,
      onAudit,
      onConsent,
      withoutPass = false,
    } = {}) => {
      visit = createVisit({
        adapter,
        knownIdentifiers,
        role,
        policy,
        environment,
        ...(options.effects === undefined ? {} : { effects: options.effects }),
        ...(onAudit === undefined ? {} : { onAudit }),
        ...(onConsent === undefined ? {} : { onConsent }),
        ...(withoutPass ? {} : { pass: room.pass, trust: room.trust }),
      });
      return visit;
    },
    asks,
    closings,
    carried,
    get people() {
      return people.map(({ person }) => person);
    },
    personJoins: (person) => bring(person, 'inside'),
    personKnocks: (person) => bring(person, 'at the door'),
    refusesPass: (code) => {
      refusedPass = code;
    },
    refusesConnection: (code) => {
      refusedConnection = code;
    },
    holdsConnection: () => gates.hold('connect'),
    admitsYou: admitYou,
    keepsYouWaiting: () => seat?.set({ admission: 'kept-waiting' }),
    endsVisit: (reason) => seat?.report.ended(reason),
    breaks: (code) => seat?.report.failed(new RoomError(code)),
    interruptsLink: () => {
      linked = false;
      seat?.report.patch({ link: 'interrupted' });
    },
    restoresLink: () => {
      linked = true;
      seat?.report.patch({ link: 'up' });
    },
    knows: know,
    refusesAction: (type, code) => {
      if (code === null) refusedActions.delete(type);
      else refusedActions.set(type, code);
    },
    holdsAction: (type) => gates.hold(type),
    refusesDelivery: (code) => {
      refusedDelivery = code;
    },
    reports: (patch) => seat?.report.patch(patch),
    receives: (from, bytes) => seat?.report.received(from, bytes),
    saysCaption: (speaker, text, how) => {
      tellCaption(speaker === 'you' ? you : (speaker?.id ?? null), text, how);
    },
    hears: stage.level,
  };
  return room;
}
