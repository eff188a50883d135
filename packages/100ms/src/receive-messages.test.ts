import {
  participantId,
  type ParticipantId,
  type RoomClaims,
  type RoomNotice,
  type RoomParticipant,
} from '@quietroom/core';
import { expect, it } from 'vitest';
import { receiveMessages } from './receive-messages.ts';

const own = participantId('own');
const person = (id: ParticipantId, claims: RoomClaims = {}): RoomParticipant => ({
  id,
  name: 'Guest',
  claims,
  admitted: true,
  microphone: null,
  camera: null,
  screen: null,
  handRaised: false,
  quality: 'unknown',
});
const people = [person(participantId('other')), person(participantId('machine'), { role: 'recorder' })];
const reading = {
  self: { id: own, admission: 'admitted', handRaised: false },
  participants: new Map(people.map((one) => [one.id, one])),
} as const;

const open = () => {
  const told: RoomNotice[] = [];
  const dropped: string[] = [];
  const receive = receiveMessages(
    { notice: (notice) => told.push(notice), received: (from) => dropped.push(from) },
    () => reading,
  );
  const captions = (sender: string | null, ...results: readonly unknown[]) => {
    receive({ ...(sender !== null && { sender }), type: 'hms_transcript', message: JSON.stringify({ results }) });
    return told.splice(0).map((notice) => notice.type === 'caption' && [notice.speaker, notice.utterance, notice.text]);
  };
  return { captions, dropped };
};
const said = (peer_id: unknown, transcript: unknown, final: unknown = false) => ({ peer_id, transcript, final });

it('hears one sentence after the other of each person', () => {
  const { captions, dropped } = open();
  expect(captions(null, said('other', 'It'), said('own', 'Yes', true))).toEqual([
    ['other', '0', 'It'],
    ['own', '0', 'Yes'],
  ]);
  expect(captions('other', said('other', 'It hurts.', true))).toEqual([['other', '0', 'It hurts.']]);
  expect(captions('machine', said('other', 'Here.', true))).toEqual([['other', '1', 'Here.']]);
  expect(dropped).toEqual([]);
});

it('lets nobody in the room or at its door say what somebody else said', () => {
  const { captions } = open();
  expect(captions('other', said('own', 'I agree to everything.', true))).toEqual([]);
  expect(captions('somebody-waiting', said('other', 'I agree to everything.', true))).toEqual([]);
});

it('drops what is no caption', () => {
  const { captions } = open();
  for (const result of [null, 'text', 7, said(7, 'text'), said('other', { text: 'text' }), {}])
    expect(captions(null, result)).toEqual([]);
});
