import {
  chatWithDelivery,
  createFakeClock,
  reconnecting,
  until,
  visitOfFour,
  visitOfTwo,
  waitingPatient,
  type Scenario,
} from '@quietroom/testing';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { rendersDuring } from '../../test/count-renders.ts';
import { showPart } from '../../test/show-part.tsx';
import { Chat } from './chat.tsx';

const box = () => screen.getByRole('textbox', { name: 'Message' });
const send = () => screen.getByRole('button', { name: 'Send' });
const log = () => within(screen.getByRole('log'));
const recipients = () => within(screen.getByRole('listbox', { name: 'Message to' }));
const recipient = (name: string) => recipients().getByRole('option', { name: new RegExp(name) });

async function chatOfTwo() {
  const { visit, people, ...scenario } = visitOfTwo();
  const person = await showPart({ visit, ...scenario }, <Chat />);
  await screen.findByRole('listbox', { name: 'Message to' });
  return { visit, person, other: people.other, ...scenario };
}

async function chatOfFour() {
  const { visit, people, ...scenario } = visitOfFour();
  await scenario.ready;
  await until(visit.messages.state, (state) => state.recipients.length === 3);
  const person = await showPart({ visit, ...scenario }, <Chat />);
  return { visit, person, people, ...scenario };
}

/** Closes whatever is shown and shows the panel anew. */
const showAgain = async (scenario: Scenario) => {
  cleanup();
  return showPart(scenario, <Chat />);
};

describe('with one person to write to', () => {
  test('they are chosen, and shown', async () => {
    await chatOfTwo();
    expect(screen.getByRole('complementary', { name: 'Chat' })).toBeVisible();
    expect(recipient('Dr. Orrin Thackwhistle')).toHaveAttribute('aria-selected', 'true');
    expect(log().getByText('No messages yet.')).toBeVisible();
    await expectAccessible();
  });

  test('Enter sends, and the delivery is told in words', async () => {
    const { person, other } = await chatOfTwo();
    await person.type(box(), 'The cough is better.{Enter}');

    await waitFor(() => {
      expect(other.received).toEqual(['The cough is better.']);
    });
    expect(log().getByText('The cough is better.')).toBeVisible();
    expect(await log().findByText('Delivered')).toBeVisible();
    expect(box()).toHaveValue('');
  });

  test('Shift and Enter begin a new line', async () => {
    const { person, other } = await chatOfTwo();
    await person.type(box(), 'First line{Shift>}{Enter}{/Shift}second line');
    expect(box()).toHaveValue('First line\nsecond line');
    await person.click(send());
    await waitFor(() => {
      expect(other.received).toEqual(['First line\nsecond line']);
    });
  });

  test('Enter that ends a word being composed does not send', async () => {
    const { person, other } = await chatOfTwo();
    await person.type(box(), 'せき');
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    expect(box()).toHaveValue('せき');
    expect(other.received).toEqual([]);
  });

  test('an empty message cannot be sent, and the button says why', async () => {
    const { person, room } = await chatOfTwo();
    const before = room.carried.length;
    await person.type(box(), '   {Enter}');
    expect(send()).toHaveAttribute('aria-disabled', 'true');
    expect(send()).toHaveAccessibleDescription('Write a message first.');
    expect(room.carried).toHaveLength(before);
  });

  test('what arrives is text, never markup', async () => {
    const { other } = await chatOfTwo();
    await act(() => other.says('<img src=x onerror=alert(1)> **bold**'));
    expect(await log().findByText('<img src=x onerror=alert(1)> **bold**')).toBeVisible();
    expect(log().queryByRole('img')).toBeNull();
  });

  test('what was read counts as read', async () => {
    const { other, visit } = await chatOfTwo();
    await act(() => other.says('Good morning.'));
    await log().findByText('Good morning.');
    await waitFor(() => {
      expect(visit.messages.state.get().unread).toBe(0);
    });
  });
});

describe('with several people', () => {
  test('nobody is written to before somebody is chosen', async () => {
    const { person, room } = await chatOfFour();
    const before = room.carried.length;
    for (const option of recipients().getAllByRole('option')) expect(option).toHaveAttribute('aria-selected', 'false');
    expect(send()).toHaveAccessibleDescription('Choose who the message is for.');
    await person.type(box(), 'Hello{Enter}');
    expect(box()).toHaveValue('');
    expect(room.carried).toHaveLength(before);
    await expectAccessible();
  });

  test('the one chosen by keyboard gets the message and nobody else does', async () => {
    const { person, people } = await chatOfFour();
    recipient('Zylphia Quonsett').focus();
    await person.keyboard('{ArrowDown}');
    expect(recipient('Nadir Plimsollvane')).toHaveAttribute('aria-selected', 'true');
    expect(recipient('Nadir Plimsollvane')).toHaveFocus();

    await person.type(box(), 'Please translate slowly.{Enter}');
    await waitFor(() => {
      expect(people.interpreter.received).toEqual(['Please translate slowly.']);
    });
    expect(people.patient.received).toEqual([]);
    expect(people.family.received).toEqual([]);
  });

  test('each has a draft of their own', async () => {
    const { person } = await chatOfFour();
    await person.click(recipient('Zylphia Quonsett'));
    await person.type(box(), 'For the patient');
    await person.click(recipient('Bexley Umbertone'));
    expect(box()).toHaveValue('');
    await person.click(recipient('Zylphia Quonsett'));
    expect(box()).toHaveValue('For the patient');
  });

  test('a draft outlives closing the panel, not the visit', async () => {
    const { visit, room } = await chatOfFour();
    const scenario = { visit, room, ready: Promise.resolve() };
    const person = await showAgain(scenario);
    await person.click(recipient('Zylphia Quonsett'));
    await person.type(box(), 'Begun');

    await showAgain(scenario);
    fireEvent.click(recipient('Zylphia Quonsett'));
    expect(box()).toHaveValue('Begun');

    await act(() => visit.leave());
    await act(() => visit.join());
    await waitFor(() => {
      expect(visit.messages.state.get().recipients).toHaveLength(3);
    });
    await showAgain(scenario);
    fireEvent.click(recipient('Zylphia Quonsett'));
    expect(box()).toHaveValue('');
  });

  test('who leaves while being written to keeps the text, and nobody takes their place', async () => {
    const { person, people } = await chatOfFour();
    await person.click(recipient('Nadir Plimsollvane'));
    await person.type(box(), 'Only for the interpreter');
    act(() => {
      people.interpreter.leaves();
      people.family.leaves();
    });

    expect(await screen.findByText(/This person cannot be reached now/)).toBeVisible();
    expect(box()).toHaveValue('Only for the interpreter');
    await person.type(box(), '{Enter}');
    expect(send()).toHaveAttribute('aria-disabled', 'true');
    expect(recipient('Zylphia Quonsett')).toHaveAttribute('aria-selected', 'false');
    expect(people.patient.received).toEqual([]);
  });

  test('a message from somebody else shows on their name', async () => {
    const { person, people } = await chatOfFour();
    await person.click(recipient('Zylphia Quonsett'));
    await act(() => people.family.says('May I say something?'));
    await waitFor(() => {
      expect(within(recipient('Bexley Umbertone')).getByText('1 new')).toBeVisible();
    });
    expect(screen.queryByText('May I say something?')).toBeNull();
  });

  test('has no name and no text in any attribute', async () => {
    const { person, people } = await chatOfFour();
    await person.click(recipient('Zylphia Quonsett'));
    await act(() => people.patient.says('Unmistakable words'));
    await log().findByText('Unmistakable words');
    const attributes = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
    expect(attributes.filter(({ value }) => /Quonsett|Plimsollvane|Umbertone|Unmistakable/.test(value))).toEqual([]);
  });
});

describe('a long conversation', () => {
  /** A panel on a conversation of so many messages, written at the pace that the limits on flooding allow. */
  const chatAfter = async (count: number) => {
    const clock = createFakeClock();
    const { visit, people, ...scenario } = visitOfTwo({ environment: { clock } });
    await scenario.ready;
    const messages = () => visit.messages.state.get().conversations[people.other.id]?.messages.length ?? 0;
    const arrives = async (text: string) => {
      const before = messages();
      await people.other.says(text);
      clock.advance(250);
      await until(visit.messages.state, () => messages() > before);
    };
    await until(visit.messages.state, ({ recipients }) => recipients.length > 0);
    for (let index = 0; index < count; index += 1) await arrives(`Message ${index}`);
    const person = await showPart({ visit, ...scenario }, <Chat />);
    return { person, visit, arrives };
  };

  /** What one more message costs. */
  const costAfter = async (count: number) => {
    const { arrives } = await chatAfter(count);
    const rendered = await rendersDuring(() => act(() => arrives('One more')));
    const elements = screen.getByRole('log').querySelectorAll('*').length;
    cleanup();
    return { rendered, elements };
  };

  test('costs no more to add to than a short one', async () => {
    const short = await costAfter(100);
    const long = await costAfter(1000);
    expect(long).toEqual(short);
    expect(short.rendered.filter((name) => name === 'MessageText')).toHaveLength(1);
  }, 30_000);

  test('can be read from its beginning', async () => {
    const { person } = await chatAfter(70);
    expect(log().queryByText('Message 0')).toBeNull();
    await person.click(log().getByRole('button', { name: 'Show earlier messages' }));
    expect(log().getByText('Message 0')).toBeInTheDocument();
  });
});

describe('when something goes wrong', () => {
  test('a message that did not arrive says so and can be sent again', async () => {
    const { people, ...scenario } = chatWithDelivery();
    const person = await showPart({ ...scenario, ...{ people } }, <Chat />);
    expect(log().getByText('Not delivered')).toBeVisible();
    await expectAccessible();

    await person.click(log().getByRole('button', { name: 'Try again' }));

    await waitFor(() => {
      expect(log().queryByText('Not delivered')).toBeNull();
    });
    await people.other.opens('I take the white one in the morning.');
    expect(log().getAllByText('I take the white one in the morning.')).toHaveLength(1);
  });

  test('a text that was not accepted stays written, with the reason', async () => {
    const { person, other } = await chatOfTwo();
    const long = 'x'.repeat(20_000);
    fireEvent.change(box(), { target: { value: long } });
    await person.click(send());
    expect(await screen.findByText('The message is too long.')).toBeVisible();
    expect(box()).toHaveValue(long);
    expect(other.received).toEqual([]);
  });

  test('while the connection is being restored, what was written can be read', async () => {
    const { visit, ...scenario } = reconnecting();
    await showPart({ visit, ...scenario }, <Chat />);
    expect(send()).toHaveAccessibleDescription(/Nothing can be sent until the connection is back/);
  });
});

describe('links', () => {
  test('open nothing until it was asked and answered', async () => {
    const { person, other } = await chatOfTwo();
    await act(() => other.says('Your plan: https://clinic.example/plan?week=2.'));
    const link = await log().findByRole('button', { name: 'https://clinic.example/plan?week=2' });
    expect(log().queryByRole('link')).toBeNull();

    await person.click(link);

    expect(log().getByText('Open link outside the visit?')).toBeVisible();
    expect(log().getByText('It leads to clinic.example, which is not part of this visit.')).toBeVisible();
    const open = log().getByRole('link', { name: 'Open link' });
    expect(open).toHaveAttribute('href', 'https://clinic.example/plan?week=2');
    expect(open).toHaveAttribute('rel', 'noopener noreferrer');
    await expectAccessible();

    await person.click(log().getByRole('button', { name: 'Keep closed' }));
    expect(log().queryByRole('link')).toBeNull();
  });
});

describe('when there is nothing to do', () => {
  test('while the visit is recorded, the panel says what that means for messages', async () => {
    const { room } = await chatOfTwo();
    expect(screen.queryByText(/This visit is recorded/)).toBeNull();
    act(() => {
      room.knows({ recording: true });
    });
    expect(await screen.findByText(/Messages are not in the recording/)).toBeVisible();
  });

  test('with nobody to write to, it says so', async () => {
    const { room, ...scenario } = visitOfTwo();
    await scenario.ready;
    act(() => {
      scenario.people.other.leaves();
    });
    await showPart({ room, ...scenario }, <Chat />);
    expect(screen.getByText(/There is nobody to write to yet/)).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
    await expectAccessible();
  });

  test('switched off by the policy, it gives the reason', async () => {
    const { room, visit, ...scenario } = visitOfTwo();
    await scenario.ready;
    await visit.close();
    const silent = room.createVisit({ policy: { ...visit.policy, chat: 'off' } });
    const joined = silent.join().then(() => {
      room.admitsYou();
    });
    await showPart({ room, visit: silent, ready: joined }, <Chat />);
    expect(await screen.findByText('Messages are switched off for this visit.')).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('outside the visit, it gives the reason', async () => {
    await showPart(waitingPatient(), <Chat />);
    expect(screen.getByText(/have been let in/)).toBeVisible();
  });
});

test('browsers keep and spell-check nothing of what is typed', async () => {
  await chatOfTwo();
  expect(box()).toHaveAttribute('autocomplete', 'off');
  expect(box()).toHaveAttribute('spellcheck', 'false');
});
