import { describe, expect, test } from 'vitest';
import { participantId } from '../contract/identity.ts';
import type { RoomClaims } from '../contract/room-patch.ts';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { createPseudonym } from '../display-name/pseudonym.ts';
import type { VisitPass } from '../display-name/visit-pass.ts';
import type { Role } from '../contract/identity.ts';
import { applyPatch, emptyRoomView } from './room-view.ts';
import { countRecorders, findUnexpected, type Expectation } from './unexpected.ts';

const [one, two] = [participantId('one'), participantId('two')];
const passFor = (role: Role): VisitPass => ({
  visit: createOpaqueId(crypto),
  sub: createOpaqueId(crypto),
  name: createPseudonym(role, crypto),
  role,
  thumbprint: '',
  issued: 0,
  expires: 1,
});
const roomWith = (claims: RoomClaims = {}) =>
  applyPatch(emptyRoomView, {
    participants: { [one]: { id: one, admitted: true, claims }, [two]: { id: two, admitted: true } },
  });
const find = (change: Partial<Omit<Expectation, 'proofs'>> & { proofs?: Partial<Expectation['proofs']> }) =>
  findUnexpected({
    role: 'clinician',
    view: roomWith(),
    late: new Set(),
    expected: new Set(),
    ...change,
    proofs: { self: passFor('clinician'), others: new Map(), trusted: true, ...change.proofs },
  });

describe('nobody vouches for', () => {
  test('whoever has had the time to prove who they are and has not', () => {
    expect(find({})).toEqual([]);
    expect(find({ late: new Set([one]) })).toEqual([one]);
    expect(find({ late: new Set([one]), proofs: { others: new Map([[one, passFor('family')]]) } })).toEqual([]);
  });

  test('a second patient, however well proved', () => {
    const others = new Map([
      [one, passFor('patient')],
      [two, passFor('patient')],
    ]);
    expect(find({ proofs: { others } })).toEqual([two]);
    expect(find({ role: 'patient', proofs: { self: passFor('patient'), others } })).toEqual([one, two]);
  });

  test('but not for the same patient on a second device', () => {
    const pass = passFor('patient');
    const others = new Map([
      [one, pass],
      [two, pass],
    ]);
    expect(find({ proofs: { others } })).toEqual([]);
    expect(find({ role: 'patient', proofs: { self: pass, others } })).toEqual([]);
  });
});

test('who somebody at this page has said may be here is expected', () => {
  expect(find({ late: new Set([one, two]), expected: new Set([one]) })).toEqual([two]);
});

test('without keys to check passes with nobody can be told from others', () => {
  expect(find({ late: new Set([one]), proofs: { trusted: false } })).toEqual([]);
});

test('a recorder is a machine, and counted as one', () => {
  const view = roomWith({ role: 'recorder' });
  expect(find({ view, late: new Set([one]) })).toEqual([]);
  expect(countRecorders(view)).toBe(1);
});
