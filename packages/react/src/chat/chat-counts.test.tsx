import { createOpaqueId, type Message, type MessagesState } from '@quietroom/core';
import { until, visitOfTwo } from '@quietroom/testing';
import { act, cleanup, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { rendersDuring } from '../../test/count-renders.ts';
import { showPart } from '../../test/show-part.tsx';
import { Chat } from './chat.tsx';

const write = (index: number): Message => ({
  id: createOpaqueId(crypto),
  from: index % 2 === 0 ? 'self' : 'them',
  text: `Line ${index}`,
  at: 1_790_000_000_000 + index * 1000,
  delivery: index % 2 === 0 ? 'delivered' : 'received',
});

/** What one more message costs in a conversation of this length, and how large the panel is. */
async function costOfOneMore(length: number) {
  const scenario = visitOfTwo();
  await scenario.ready;
  const { visit, people } = scenario;
  const { id } = people.other;
  await until(visit.messages.state, ({ recipients }) => recipients.includes(id));
  // So many cannot be sealed and sent within a test, so the state is given as core would publish it.
  const written = Array.from({ length }, (_, index) => write(index));
  const publish = (messages: readonly Message[]): MessagesState => ({
    recipients: [id],
    unread: 0,
    conversations: { [id]: { with: id, messages, unread: 0 } },
  });
  let state = publish(written);
  const listeners = new Set<() => void>();
  const messages = {
    ...visit.messages,
    state: {
      get: () => state,
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
  await showPart({ ...scenario, visit: { ...visit, messages } }, <Chat recipient={id} />);
  await screen.findByText(`Line ${length - 1}`);
  const elements = () => document.querySelectorAll('.qr-chat *').length;
  const before = elements();
  const renders = await rendersDuring(() => {
    act(() => {
      state = publish([...written, write(length)]);
      for (const listener of listeners) listener();
    });
  });
  expect(screen.getByText(`Line ${length}`)).toBeVisible();
  const cost = { renders, elements: before, more: elements() - before };
  cleanup();
  await visit.close();
  return cost;
}

test('one more message costs the same after 100 as after 10,000, and the panel is as large', async () => {
  const few = await costOfOneMore(100);
  expect(few.renders.length).toBeGreaterThan(0);
  expect(few.renders.filter((name) => name === 'ChatMessage')).toHaveLength(1);
  expect(few.more).toBe(0);
  expect(await costOfOneMore(10_000)).toEqual(few);
});
