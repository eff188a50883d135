import { chatWithDelivery } from '@quietroom/testing';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { Chat } from '../chat/chat.tsx';

it('tells somebody who writes that a message holds an identifier, and sends it all the same', async () => {
  const chat = chatWithDelivery();
  const user = await showPart(chat, <Chat recipient={chat.people.other.id} onClose={() => undefined} />);
  const message = await screen.findByRole('textbox', { name: 'Message' });
  await user.type(message, 'My pressure was 128/84, call me at (555) 555-0142');
  expect(await screen.findByText(/This seems to hold a telephone number/)).toBeVisible();
  expect(screen.getByText(/seems to hold/).textContent).not.toContain('0142');
  await expectAccessible();

  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(screen.queryByText(/seems to hold/)).toBeNull();
  await chat.people.other.opens('My pressure was 128/84, call me at (555) 555-0142');
});

it('says nothing about what people say in visits', async () => {
  const chat = chatWithDelivery();
  const user = await showPart(chat, <Chat recipient={chat.people.other.id} onClose={() => undefined} />);
  await user.type(await screen.findByRole('textbox', { name: 'Message' }), 'Two tablets of 500-1000 mg since 2 March');
  expect(screen.queryByText(/seems to hold/)).toBeNull();
});
