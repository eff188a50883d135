import { clinicianWithKnock, until, visitOfTwo } from '@quietroom/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { shareMonitor } from '../../test/share-monitor.ts';
import { showPart } from '../../test/show-part.tsx';
import { Knocks } from './knocks.tsx';

const name = 'Zylphia Quonsett';

async function atTheDoor() {
  const scenario = clinicianWithKnock();
  const clinician = await showPart(
    scenario,
    <main tabIndex={-1}>
      <Knocks />
    </main>,
  );
  return { ...scenario, clinician, patient: scenario.people.patient };
}

const admitButton = () => screen.getByRole('button', { name: new RegExp(`^Admit ${name}`) });
const dialog = () => screen.findByRole('alertdialog', { name: 'Admit this person?' });

async function openDialog() {
  const door = await atTheDoor();
  await door.clinician.click(admitButton());
  const question = within(await dialog());
  const [checkedName, expected] = question.getAllByRole('checkbox');
  return {
    ...door,
    question,
    checkedName: checkedName!,
    expected: expected!,
    admit: question.getByRole('button', { name: 'Admit' }),
  };
}

describe('who asks to join', () => {
  test('is named with what can be answered', async () => {
    const { patient } = await atTheDoor();
    const region = within(screen.getByRole('region', { name: 'Waiting to join' }));
    expect(region.getByText(name)).toBeVisible();
    for (const answer of ['Admit', 'Keep waiting', 'Decline'])
      expect(
        region.getByRole('button', { name: new RegExp(`^${answer} ${name} \\(she/her\\)\\s+${patient.pseudonym}$`) }),
      ).toBeVisible();
    await expectAccessible();
  });

  test('has no name in any attribute', async () => {
    await atTheDoor();
    const attributes = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
    expect(attributes.filter(({ value }) => value.includes('Zylphia') || value.includes('Quonsett'))).toEqual([]);
  });

  test('is a guest without a valid pass', async () => {
    const { room, visit } = await atTheDoor();
    const stranger = room.personKnocks({ role: 'clinician', pass: 'none', name: 'Nobody Inparticular' });
    await act(async () => {
      await until(visit.state, ({ knocks }) => stranger.id in knocks);
    });
    expect(screen.getByText('Guest, not verified')).toBeVisible();
    expect(screen.queryByText('Nobody Inparticular')).toBeNull();
  });

  test('can be kept waiting, and can be declined', async () => {
    const { clinician, room, patient } = await atTheDoor();

    await clinician.click(screen.getByRole('button', { name: /^Keep waiting/ }));
    expect(await screen.findByText('Was asked to wait')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Keep waiting/ })).toBeNull();

    await clinician.click(screen.getByRole('button', { name: /^Decline/ }));
    await waitFor(() => {
      expect(patient.place).toBe('declined');
    });
    expect(room.asks.slice(-2)).toEqual([
      { type: 'keepWaiting', participant: patient.id },
      { type: 'decline', participant: patient.id },
    ]);
  });

  test('is shown to nobody but the clinician', async () => {
    const { room, ...scenario } = visitOfTwo();
    await showPart({ room, ...scenario }, <Knocks />);
    act(() => {
      room.personKnocks({ role: 'family' });
    });
    expect(screen.queryByRole('region')).toBeNull();
  });
});

describe('the right-person check', () => {
  test('lets in only after both confirmations', async () => {
    const { clinician, question, admit, checkedName, expected, room, patient } = await openDialog();
    const admitted = () => room.asks.filter(({ type }) => type === 'admit');
    expect(question.getByText(name)).toBeVisible();
    expect(question.getByText('(she/her)', { exact: false })).toBeVisible();
    expect(question.getByText(patient.pseudonym)).toBeVisible();
    expect(admit).toHaveAttribute('aria-disabled', 'true');
    expect(admit).toHaveAccessibleDescription('Confirm both points first.');
    await expectAccessible();

    await clinician.click(admit);
    await clinician.click(checkedName);
    await clinician.click(admit);
    expect(admitted()).toEqual([]);

    await clinician.click(expected);
    await clinician.click(admit);
    await waitFor(() => {
      expect(patient.place).toBe('inside');
    });
    expect(admitted()).toEqual([{ type: 'admit', participant: patient.id }]);
    await waitFor(() => {
      expect(screen.queryByRole('alertdialog')).toBeNull();
    });
  });

  test('works by keyboard alone, and the focus does not fall back to the top of the page', async () => {
    const { clinician } = await atTheDoor();
    admitButton().focus();
    await clinician.keyboard('{Enter}');
    const question = within(await dialog());
    const [first, second] = question.getAllByRole('checkbox');
    first!.focus();
    await clinician.keyboard(' ');
    second!.focus();
    await clinician.keyboard(' ');
    question.getByRole('button', { name: 'Admit' }).focus();
    await clinician.keyboard('{Enter}');

    await waitFor(() => {
      expect(screen.queryByRole('region')).toBeNull();
    });
    await waitFor(() => {
      expect(document.activeElement).toBe(screen.getByRole('main'));
    });
  });

  test('takes the focus in StrictMode too', async () => {
    const scenario = clinicianWithKnock();
    const clinician = await showPart(
      scenario,
      <StrictMode>
        <Knocks />
      </StrictMode>,
    );
    await clinician.click(admitButton());
    const question = await dialog();
    await waitFor(() => {
      expect(question).toContainElement(document.activeElement as HTMLElement);
    });
  });

  test('Escape changes nothing and gives the focus back', async () => {
    const { clinician, checkedName, room } = await openDialog();
    await clinician.click(checkedName);
    await clinician.keyboard('{Escape}');
    await waitFor(() => {
      expect(screen.queryByRole('alertdialog')).toBeNull();
    });
    await waitFor(() => {
      expect(document.activeElement).toBe(admitButton());
    });
    expect(room.asks.filter(({ type }) => type === 'admit')).toEqual([]);
  });

  test('says when the person has gone meanwhile', async () => {
    const { patient, admit, question } = await openDialog();
    act(() => {
      patient.leaves();
    });
    expect(await question.findByText('This person is no longer waiting.')).toBeVisible();
    expect(question.getByRole('button', { name: 'Admit' })).toHaveAttribute('aria-disabled', 'true');
    expect(admit).not.toBeInTheDocument();
  });

  test('forgets what was confirmed when somebody else turns out to be at the door', async () => {
    const { clinician, question, checkedName, expected, room, patient } = await openDialog();
    await clinician.click(checkedName);
    await clinician.click(expected);
    act(() => {
      room.reports({ knocks: { [patient.id]: null } });
      room.reports({
        knocks: {
          [patient.id]: { id: patient.id, name: patient.pseudonym, claims: {}, keptWaiting: false, since: 0 },
        },
      });
    });
    expect(await question.findByText(/The clinic’s server has not confirmed who this is/)).toBeVisible();
    for (const box of question.getAllByRole('checkbox')) expect(box).not.toBeChecked();
    expect(question.queryByText(name)).toBeNull();
  });

  test('stays open and says why when the room does not let them in', async () => {
    const { clinician, question, checkedName, expected, room } = await openDialog();
    room.refusesAction('admit', 'room-full');
    await clinician.click(checkedName);
    await clinician.click(expected);
    await clinician.click(question.getByRole('button', { name: 'Admit' }));
    expect(await question.findByText('The visit is full.')).toBeVisible();
  });
});

test('names are covered while the screen is shared', async () => {
  const { visit, room } = await atTheDoor();
  await act(() => shareMonitor(room, visit));
  expect(await screen.findByText(/Who is waiting is hidden while you share your screen/)).toBeVisible();
  expect(screen.queryByText(name)).toBeNull();
  expect(screen.queryByRole('button', { name: /^Admit/ })).toBeNull();
});
