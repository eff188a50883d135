import {
  createOpaqueId,
  participantId,
  trackId,
  type Message,
  type MessagesState,
  type ParticipantId,
  type Visit,
} from '@quietroom/core';
import { VideoRoom } from '@quietroom/react';
import '@quietroom/react/styles.css';
import { scenario, visitOfMany, type FakePerson, type FakeRoom } from '@quietroom/testing';
import { createRoot, type Root } from 'react-dom/client';
import type { VisitPage } from './visit-page.ts';

const flushEvery = 100;

let room: FakeRoom;
let others: readonly FakePerson[] = [];
let visit: Visit;
let root: Root | null = null;
let write: (text: string) => void = () => undefined;

const until = async (fact: () => boolean): Promise<void> => {
  while (!fact()) await new Promise(requestAnimationFrame);
};

const line = (text: string): Message => ({
  id: createOpaqueId(crypto),
  from: 'them',
  text,
  at: Date.now(),
  delivery: 'received',
});

/** The chat's state as core publishes it, at most every 100 ms; sealing is another bench. */
const conversationOf = (id: ParticipantId, length: number): Visit['messages'] => {
  let written = Array.from({ length }, (_, index) => line(`Line ${index}`));
  const publish = (): MessagesState => ({
    recipients: [id],
    unread: 0,
    conversations: { [id]: { with: id, messages: written, unread: 0 } },
  });
  let state = publish();
  let waiting: Message[] = [];
  const listeners = new Set<() => void>();
  write = (text) => {
    waiting.push(line(text));
    if (waiting.length > 1) return;
    setTimeout(() => {
      written = [...written, ...waiting];
      waiting = [];
      state = publish();
      for (const listener of listeners) listener();
    }, flushEvery);
  };
  return {
    ...visit.messages,
    markRead: () => undefined,
    state: {
      get: () => state,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
};

const page: VisitPage = {
  show: async (people, messages) => {
    const made =
      people === 0
        ? { ...scenario({ role: 'clinician' }, (_room, own) => ({ people: { others: [] }, reached: own.join() })) }
        : visitOfMany(people);
    await made.ready;
    ({ room, visit } = made);
    others = made.people.others;
    const correspondent = others[0]?.id;
    // Pictures are left out on all three pages: decoding is the browser's.
    const shown: Visit = {
      ...visit,
      attach: () => () => undefined,
      ...(messages !== null && correspondent !== undefined && { messages: conversationOf(correspondent, messages) }),
    };
    const at = document.querySelector('#root');
    root = at ? createRoot(at) : null;
    root?.render(<VideoRoom visit={shown} roster={room.roster} theme="light" />);
    await until(() => document.querySelectorAll('.qr-tiles > li').length === people);
    if (messages === null) return;
    [...document.querySelectorAll<HTMLElement>('.qr-toolbar button')]
      .find(({ textContent }) => textContent.startsWith('Chat'))
      ?.click();
    await until(() => document.querySelector('.qr-message') !== null);
  },
  levels: (level) => {
    others.forEach((person, index) => {
      room.hears(person.id, level(index));
    });
  },
  mute: (index, muted) => {
    const id = others[index]?.id;
    const microphone = id && visit.state.get().participants[id]?.microphone;
    if (microphone) room.reports({ participants: { [id]: { id, microphone: { ...microphone, sending: !muted } } } });
  },
  join: (index) => {
    const id = participantId(`late-${index}`);
    room.reports({
      participants: {
        [id]: {
          id,
          name: 'Observer K7Q4',
          claims: {},
          admitted: true,
          microphone: { id: trackId(`late-${index}-microphone`), sending: true },
          camera: { id: trackId(`late-${index}-camera`), sending: true },
          screen: null,
          handRaised: false,
          quality: 'good',
        },
      },
    });
  },
  leave: (index) => {
    room.reports({ participants: { [participantId(`late-${index}`)]: null } });
  },
  receive: (text) => {
    write(text);
  },
  unmount: () => {
    root?.unmount();
    root = null;
    void visit.close();
    others = [];
  },
};

Object.assign(window, { visitPage: page, drawn: Promise.resolve() });
