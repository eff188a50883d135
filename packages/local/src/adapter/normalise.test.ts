import { participantId } from '@quietroom/core';
import { expect, it } from 'vitest';
import type { View, ViewRoom } from '../protocol/relay-message.ts';
import { normalise, type NormaliseContext, type Reception } from './normalise.ts';

const sub = '11111111-1111-4111-8111-111111111111';
const other = '22222222-2222-4222-8222-222222222222';
const otherId = participantId(other);
const nothing: Reception = { microphone: null, camera: null, screen: null, quality: 'unknown' };
const context: NormaliseContext = { reception: () => nothing, clockOffset: 500 };

const outside: View = { self: { id: sub, session: 1, admission: 'outside', handRaised: false }, room: null };
const inside = (room: Partial<ViewRoom> = {}): View => ({
  self: { ...outside.self, admission: 'admitted' },
  room: { locked: false, participants: [], knocks: null, ...room },
});
const patient = {
  id: other,
  name: 'Patient K7Q4',
  role: 'patient',
  session: 5,
  handRaised: false,
  present: true,
} as const;
const caller = {
  id: other,
  name: patient.name,
  role: 'patient',
  pass: 'a.b.c',
  since: 1000,
  keptWaiting: false,
} as const;

it('begins with oneself, and with what a room without media can promise', () => {
  expect(normalise(null, outside, context)).toEqual([
    {
      self: { id: sub, admission: 'outside', handRaised: false },
      room: { locked: 'unknown', recording: false, captions: false, streaming: false },
    },
  ]);
});

it('says nothing when nothing changed', () => {
  const view = inside({ participants: [patient], knocks: [caller] });
  expect(normalise(view, structuredClone(view), context)).toEqual([]);
});

it('tells everything of somebody who came, with what the relay vouches for and what is received of them', () => {
  const received: Reception = { ...nothing, quality: 'good' };
  const patches = normalise(inside(), inside({ participants: [patient] }), { ...context, reception: () => received });
  expect(patches).toEqual([
    {
      participants: {
        [other]: {
          id: other,
          name: 'Patient K7Q4',
          claims: { sub: other, role: 'patient' },
          admitted: true,
          handRaised: false,
          ...received,
        },
      },
    },
  ]);
});

it('tells of somebody known only what is new', () => {
  const before = inside({ participants: [patient] });
  expect(normalise(before, inside({ participants: [{ ...patient, handRaised: true }] }), context)).toEqual([
    { participants: { [other]: { id: other, handRaised: true } } },
  ]);
  expect(normalise(before, inside({ participants: [{ ...patient, present: false }] }), context)).toEqual([]);
});

it('lets somebody who reloaded their page leave before they come again', () => {
  const patches = normalise(
    inside({ participants: [patient] }),
    inside({ participants: [{ ...patient, session: 6 }] }),
    context,
  );
  expect(patches[0]).toEqual({ participants: { [other]: null } });
  expect(patches[1]?.participants?.[otherId]).toMatchObject({ id: other, admitted: true });
});

it('puts a knock into this page’s time, with its pass', () => {
  expect(normalise(inside({ knocks: [] }), inside({ knocks: [caller] }), context)).toEqual([
    {
      knocks: {
        [other]: {
          id: other,
          name: 'Patient K7Q4',
          claims: { sub: other, role: 'patient', pass: 'a.b.c' },
          keptWaiting: false,
          since: 1500,
        },
      },
    },
  ]);
});

it('moves somebody from the door into the room', () => {
  const [patch] = normalise(inside({ knocks: [caller] }), inside({ knocks: [], participants: [patient] }), context);
  expect(patch?.knocks).toEqual({ [other]: null });
  expect(patch?.participants?.[otherId]).toMatchObject({ admitted: true });
});

it('forgets everybody when this page is no longer inside', () => {
  const [patch] = normalise(inside({ participants: [patient], knocks: [caller] }), outside, context);
  expect(patch).toMatchObject({
    self: { admission: 'outside' },
    room: { locked: 'unknown' },
    participants: { [other]: null },
    knocks: { [other]: null },
  });
});

it('vouches for no id that is none', () => {
  const [patch] = normalise(inside(), inside({ participants: [{ ...patient, id: 'zylphia' }] }), context);
  expect(patch?.participants?.[participantId('zylphia')]?.claims).toEqual({ role: 'patient' });
});
