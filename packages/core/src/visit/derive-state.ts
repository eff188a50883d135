import type { ParticipantId, ParticipantRole, Role } from '../contract/identity.ts';
import type { RoomKnock, RoomParticipant } from '../contract/room-patch.ts';
import { parsePseudonym } from '../display-name/pseudonym.ts';
import type { VisitPass } from '../display-name/visit-pass.ts';
import type { Finding } from '../policy/rule.ts';
import type { RoomView } from './room-view.ts';
import type { Knock, Participant, Phase, Self, VisitState } from './visit-state.ts';

/** What has been proved so far. */
export interface Proofs {
  /** This page's own pass; null before joining and for hosts without passes. */
  readonly self: VisitPass | null;
  /** Passes of others whose key was proved to this page. */
  readonly others: ReadonlyMap<ParticipantId, VisitPass>;
  /** Passes of people who knock. */
  readonly knocking: ReadonlyMap<ParticipantId, VisitPass>;
  /** Whether the host gave keys to check passes with. Without them the vendor's word is all there is. */
  readonly trusted: boolean;
}

interface Identity {
  readonly pseudonym: Participant['pseudonym'];
  readonly role: ParticipantRole;
  readonly sub: Participant['sub'];
  readonly verified: boolean;
}

const identify = (
  raw: RoomParticipant | RoomKnock,
  pass: VisitPass | undefined,
  proofs: Pick<Proofs, 'trusted'>,
): Identity => {
  if (raw.claims.role === 'recorder') return { pseudonym: null, role: 'recorder', sub: null, verified: false };
  if (pass !== undefined) return { pseudonym: pass.name, role: pass.role, sub: pass.sub, verified: true };
  if (proofs.trusted) return { pseudonym: null, role: 'guest', sub: null, verified: false };
  return { pseudonym: parsePseudonym(raw.name), role: raw.claims.role ?? 'guest', sub: null, verified: false };
};

const keep = <Value extends object>(before: Value | undefined, after: Value): Value => {
  if (before === undefined || before === after) return after;
  const keys = Object.keys(after) as (keyof Value)[];
  return keys.every((key) => Object.is(before[key], after[key])) ? before : after;
};

/** Nothing but these makes a participant, so that what one person does costs nothing for the others. */
interface Derived {
  readonly pass: VisitPass | undefined;
  readonly trusted: boolean;
  readonly participant: Participant;
}
const derived = new WeakMap<RoomParticipant, Derived>();

const deriveParticipant = (raw: RoomParticipant, proofs: Proofs): Participant => {
  const { trusted } = proofs;
  const pass = proofs.others.get(raw.id);
  const known = derived.get(raw);
  if (known !== undefined && known.pass === pass && known.trusted === trusted) return known.participant;
  const participant: Participant = {
    id: raw.id,
    ...identify(raw, pass, proofs),
    microphone: raw.microphone,
    camera: raw.camera,
    screen: raw.screen,
    handRaised: raw.handRaised,
    quality: raw.quality,
  };
  derived.set(raw, { pass, trusted, participant });
  return participant;
};

const deriveKnock = (raw: RoomKnock, proofs: Proofs): Knock => ({
  id: raw.id,
  ...identify(raw, proofs.knocking.get(raw.id), proofs),
  keptWaiting: raw.keptWaiting,
  since: raw.since,
});

const deriveAll = <Raw, Value extends object>(
  ids: readonly ParticipantId[],
  raws: Readonly<Record<ParticipantId, Raw>>,
  before: Readonly<Record<ParticipantId, Value>>,
  derive: (raw: Raw) => Value,
): Readonly<Record<ParticipantId, Value>> => {
  const after: Record<ParticipantId, Value> = {};
  for (const id of ids) {
    const raw = raws[id];
    if (raw !== undefined) after[id] = keep(before[id], derive(raw));
  }
  const sameSize = Object.keys(before).length === ids.length;
  return sameSize ? keep(before, after) : after;
};

const keepList = <Value>(before: readonly Value[], after: readonly Value[]): readonly Value[] =>
  before.length === after.length && before.every((value, index) => Object.is(value, after[index])) ? before : after;

/** Everything the state is made from besides the previous one. */
export interface StateSources {
  readonly phase: Phase;
  readonly role: Role;
  readonly view: RoomView;
  readonly proofs: Proofs;
  readonly findings: readonly Finding[];
  readonly unexpected: readonly ParticipantId[];
}

/**
 * The state the interface shows: the room's report, with identities only as far as proved, and nobody unadmitted.
 * Nobody sees others before being admitted, whatever the vendor reports.
 */
export const deriveState = (before: VisitState | null, sources: StateSources): VisitState => {
  const { phase, role, view, proofs, findings, unexpected } = sources;
  const inside = view.self.admission === 'admitted';
  const order = inside ? view.order.filter((id) => view.participants[id]?.admitted === true) : [];
  const knockOrder = inside ? view.knockOrder : [];
  const self: Self = {
    id: view.self.id,
    role,
    pseudonym: proofs.self?.name ?? null,
    verified: proofs.self !== null,
    sending: view.self.sending,
    handRaised: view.self.handRaised,
  };
  const after: VisitState = {
    phase,
    self: keep(before?.self, self),
    participants: deriveAll(order, view.participants, before?.participants ?? {}, (raw) =>
      deriveParticipant(raw, proofs),
    ),
    order: keepList(before?.order ?? [], order),
    knocks: deriveAll(knockOrder, view.knocks, before?.knocks ?? {}, (raw) => deriveKnock(raw, proofs)),
    knockOrder: keepList(before?.knockOrder ?? [], knockOrder),
    room: view.room,
    activeSpeaker: view.activeSpeaker !== null && order.includes(view.activeSpeaker) ? view.activeSpeaker : null,
    findings: keepList(before?.findings ?? [], findings),
    unexpected: inside ? keepList(before?.unexpected ?? [], unexpected) : [],
  };
  return keep(before ?? undefined, after);
};
