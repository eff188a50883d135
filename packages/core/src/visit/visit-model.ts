import { announceChanges } from '../announcements/announce-changes.ts';
import type { Announcement } from '../announcements/announcement.ts';
import type { ParticipantId, Role } from '../contract/identity.ts';
import type { RoomAdapter } from '../contract/room-adapter.ts';
import type { RoomPatch } from '../contract/room-patch.ts';
import type { VisitPass } from '../display-name/visit-pass.ts';
import { attestedOn } from '../policy/attested.ts';
import type { Facts, Finding, Policy } from '../policy/rule.ts';
import { deriveState } from './derive-state.ts';
import type { Readable } from './readable.ts';
import { applyPatch, emptyRoomView, merge, type RoomView } from './room-view.ts';
import { createStore } from './store.ts';
import { countRecorders, findUnexpected } from './unexpected.ts';
import type { Phase, VisitState } from './visit-state.ts';

/** The one owner of what is known about a visit; the state shown is derived from it after every change. */
export interface VisitModel {
  readonly state: Readable<VisitState>;
  /** What the rules look at. The same object for as long as nothing in it changes. */
  readonly facts: Readable<Facts>;
  view(): RoomView;
  patch(change: RoomPatch): void;
  setPhase(phase: Phase): void;
  setFindings(findings: readonly Finding[]): void;
  /** Somebody has had the time to prove who they are. */
  proofIsDue(id: ParticipantId): void;
  /** Somebody at this page has said that they may be here. */
  expect(id: ParticipantId): void;
  /** Facts that the room does not report. But for the identifiers they last until {@link reset}. */
  know(facts: Partial<Told>): void;
  proveSelf(pass: VisitPass): void;
  /** Takes a proof back when `pass` is null. */
  prove(id: ParticipantId, pass: VisitPass | null): void;
  /** A pass shown at the door says who may be let in, and nothing yet about whose picture then arrives. */
  proveKnock(id: ParticipantId, pass: VisitPass): void;
  /** Forgets the room and everybody in it, and moves to the given phase. */
  reset(phase: Phase): void;
}

/** `mediaStopped`: a live rule has stopped the media of this visit. */
type Told = Pick<Facts, 'consent' | 'mediaStopped' | 'identifiers'>;

/** What the model needs to know about the visit it belongs to. */
export interface VisitModelOptions {
  readonly role: Role;
  readonly policy: Policy;
  readonly adapter: Pick<RoomAdapter, 'provider' | 'capabilities' | 'manifest'>;
  /** Today, for example `2031-02-03`: attestations expire. */
  readonly today: () => string;
  readonly page: Facts['page'];
  /** Whether the host gave keys to check passes with. */
  readonly trusted: boolean;
  announce(announcement: Announcement): void;
}

/** See {@link VisitModel}. */
export const createVisitModel = (options: VisitModelOptions): VisitModel => {
  const { role, policy, adapter, page, trusted } = options;
  const fresh: Omit<Told, 'identifiers'> = { consent: { recording: 'none', captions: 'none' }, mediaStopped: false };
  const late = new Set<ParticipantId>();
  const expected = new Set<ParticipantId>();
  const others = new Map<ParticipantId, VisitPass>();
  const knocking = new Map<ParticipantId, VisitPass>();
  let phase: Phase = { name: 'ready' };
  let view = emptyRoomView;
  let self: VisitPass | null = null;
  let findings: readonly Finding[] = [];
  let told: Told = { ...fresh, identifiers: 'unknown' };
  let day = options.today();
  let attested = attestedOn(policy.attestations, day);

  const proofs = () => ({ self, others, knocking, trusted });
  const unexpected = () => findUnexpected({ role, view, proofs: proofs(), late, expected });
  const deriveFacts = (surprises: readonly ParticipantId[]): Facts => {
    const today = options.today();
    if (today !== day) {
      day = today;
      attested = attestedOn(policy.attestations, day);
    }
    return {
      page: { secure: page.secure, path: page.path },
      provider: adapter.provider,
      operatedBy: adapter.manifest.operatedBy ?? 'vendor',
      eligibilityRead: adapter.manifest.eligibility !== undefined,
      capabilities: adapter.capabilities,
      self: { role, verified: self !== null, admission: view.self.admission },
      trusted,
      connected: view.self.id !== null,
      room: view.room,
      people: { unexpected: surprises.length, recorders: countRecorders(view) },
      ...told,
      attested,
    };
  };
  const facts = createStore(deriveFacts(unexpected()));
  const derive = (before: VisitState | null, surprises: readonly ParticipantId[]): VisitState =>
    deriveState(before, { phase, role, view, proofs: proofs(), findings, unexpected: surprises });
  const store = createStore(derive(null, unexpected()));
  const update = (): void => {
    const surprises = unexpected();
    facts.set(merge(facts.get(), deriveFacts(surprises)));
    const before = store.get();
    const after = derive(before, surprises);
    if (after === before) return;
    store.set(after);
    for (const announcement of announceChanges(before, after, trusted)) options.announce(announcement);
  };

  return {
    state: store,
    view: () => view,
    facts,
    patch: (change) => {
      const next = applyPatch(view, change);
      if (next === view) return;
      view = next;
      for (const known of [late, expected])
        for (const id of known) if (view.participants[id] === undefined) known.delete(id);
      for (const id of others.keys()) if (view.participants[id] === undefined) others.delete(id);
      for (const id of knocking.keys()) if (view.knocks[id] === undefined) knocking.delete(id);
      update();
    },
    setPhase: (next) => {
      phase = next;
      update();
    },
    setFindings: (next) => {
      findings = next;
      update();
    },
    proofIsDue: (id) => {
      late.add(id);
      update();
    },
    expect: (id) => {
      expected.add(id);
      update();
    },
    know: (next) => {
      told = { ...told, ...next };
      update();
    },
    proveSelf: (pass) => {
      self = pass;
      update();
    },
    prove: (id, pass) => {
      if (pass === null) others.delete(id);
      else {
        others.set(id, pass);
        // Whoever loses it again, as by reloading their page, has all the time for it anew.
        late.delete(id);
      }
      update();
    },
    proveKnock: (id, pass) => {
      knocking.set(id, pass);
      update();
    },
    reset: (next) => {
      phase = next;
      view = emptyRoomView;
      self = null;
      told = { ...told, ...fresh };
      late.clear();
      expected.clear();
      others.clear();
      knocking.clear();
      update();
    },
  };
};
