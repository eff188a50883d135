import { clinicianWithKnock, until, visitOfFour, visitOfTwo } from '@quietroom/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { rendersDuring } from '../../test/count-renders.ts';
import { showPart } from '../../test/show-part.tsx';
import { People } from './people.tsx';

const rows = () =>
  within(screen.getByRole('list', { name: 'Participants' })).getAllByRole('listitem', { hidden: false });
const rowOf = (name: string) => within(screen.getByText(name).closest<HTMLElement>('.qr-person')!);

describe('who is in the visit', () => {
  test('this page’s person first, then the others with what they send, in words', async () => {
    const { people, ...scenario } = visitOfFour();
    await showPart({ ...scenario, ...{ people } }, <People />);

    expect(within(rows()[0]!).getByText('You')).toBeVisible();
    expect(rowOf('Zylphia Quonsett').getByText('Microphone on')).toBeVisible();
    expect(rowOf('Zylphia Quonsett').getByText('Verified')).toBeVisible();
    expect(rowOf('Bexley Umbertone').getByText('Camera off')).toBeVisible();

    act(() => {
      people.patient.mutes();
      people.patient.raisesHand();
      people.patient.isReceived('lost');
    });
    for (const fact of ['Muted', 'Hand raised', 'Connection lost'])
      expect(rowOf('Zylphia Quonsett').getByText(fact)).toBeVisible();
    await expectAccessible();
  });

  test('somebody whose pass is not valid is a guest, and says so', async () => {
    const { room, visit, ...scenario } = visitOfTwo({ role: 'clinician' });
    await showPart({ room, visit, ...scenario }, <People />);
    await act(async () => {
      const stranger = room.personJoins({ role: 'clinician', pass: 'none', name: 'Nobody Inparticular' });
      await until(visit.state, ({ order }) => order.includes(stranger.id));
    });
    expect(screen.queryByText('Nobody Inparticular')).toBeNull();
    expect(rowOf('Guest').getByText('Not verified')).toBeVisible();
  });

  test('alone, it says so', async () => {
    await showPart(clinicianWithKnock(), <People />);
    expect(screen.getByText('Nobody else is in the visit yet.')).toBeVisible();
  });

  test('has no name in any attribute', async () => {
    await showPart(visitOfFour(), <People onMessage={() => undefined} />);
    const attributes = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
    expect(attributes.filter(({ value }) => /Quonsett|Plimsollvane|Umbertone/.test(value))).toEqual([]);
  });
});

test('a mute and a join draw one row, however many there are', async () => {
  const { room, visit, people, ...scenario } = visitOfFour();
  await showPart({ room, visit, ...scenario }, <People />);
  const rowsDuring = async (happens: () => void | Promise<void>) =>
    (
      await rendersDuring(() =>
        act(async () => {
          await happens();
        }),
      )
    ).filter((name) => name === 'PersonRow').length;

  expect(
    await rowsDuring(() => {
      people.patient.mutes();
    }),
  ).toBe(1);
  expect(
    await rowsDuring(async () => {
      const observer = room.personJoins({ role: 'observer' });
      await until(visit.state, ({ order }) => order.includes(observer.id));
    }),
  ).toBe(1);
});

describe('what a clinician can do', () => {
  const button = (name: RegExp) => screen.getByRole('button', { name });

  test('mute somebody, then ask them to unmute', async () => {
    const { room, people, ...scenario } = visitOfTwo({ role: 'clinician' });
    const clinician = await showPart({ room, ...scenario }, <People />);

    await clinician.click(button(/^Mute participant Zylphia Quonsett/));
    await waitFor(() => {
      expect(people.other.unmuted).toBe(false);
    });

    await clinician.click(button(/^Ask to unmute Zylphia Quonsett/));
    expect(await screen.findByText('Asked to unmute')).toBeVisible();
    expect(people.other.timesAskedToUnmute).toBe(1);
  });

  test('remove somebody, after being asked', async () => {
    const { room, people, ...scenario } = visitOfTwo({ role: 'clinician' });
    const clinician = await showPart({ room, ...scenario }, <People />);

    await clinician.click(button(/^Remove from visit Zylphia Quonsett/));
    const question = within(await screen.findByRole('alertdialog', { name: 'Remove this person from the visit?' }));
    expect(question.getByText('Zylphia Quonsett')).toBeVisible();
    await expectAccessible();
    expect(people.other.place).toBe('inside');

    await clinician.click(question.getByRole('button', { name: 'Remove' }));
    await waitFor(() => {
      expect(people.other.place).toBe('removed');
    });
    await waitFor(() => {
      expect(screen.queryByRole('alertdialog')).toBeNull();
    });
    await waitFor(() => {
      expect(document.activeElement).toBe(screen.getByRole('group', { name: 'People' }));
    });
  });

  test('think better of removing somebody', async () => {
    const { room, people, ...scenario } = visitOfTwo({ role: 'clinician' });
    const clinician = await showPart({ room, ...scenario }, <People />);
    await clinician.click(button(/^Remove from visit/));
    await screen.findByRole('alertdialog');
    await clinician.keyboard('{Escape}');
    await waitFor(() => {
      expect(screen.queryByRole('alertdialog')).toBeNull();
    });
    await waitFor(() => {
      expect(document.activeElement).toBe(button(/^Remove from visit/));
    });
    expect(people.other.place).toBe('inside');
  });

  test('lock the visit and unlock it', async () => {
    const clinician = await showPart(visitOfTwo({ role: 'clinician' }), <People />);
    await clinician.click(button(/^Lock visit/));
    expect(await screen.findByText('The visit is locked. Nobody else can ask to join.')).toBeVisible();
    await clinician.click(button(/^Unlock visit/));
    expect(await screen.findByRole('button', { name: 'Lock visit' })).toBeVisible();
  });

  test('learn why something did not work', async () => {
    const { room, ...scenario } = visitOfTwo({ role: 'clinician' });
    const clinician = await showPart({ room, ...scenario }, <People />);
    room.refusesAction('mute', 'action-failed');
    await clinician.click(button(/^Mute participant/));
    expect(await screen.findByText('That did not work.')).toBeVisible();
  });

  test('write to somebody', async () => {
    const onMessage = vi.fn();
    const { people, visit, ...scenario } = visitOfTwo({ role: 'clinician' });
    const clinician = await showPart({ visit, ...scenario }, <People onMessage={onMessage} />);
    await clinician.click(await screen.findByRole('button', { name: /^Message Zylphia Quonsett/ }));
    expect(onMessage).toHaveBeenCalledWith(people.other.id);
  });
});

test('a patient is offered none of it', async () => {
  await showPart(visitOfTwo(), <People />);
  expect(screen.queryByRole('button')).toBeNull();
});

test('what the clinic switched off stays in its place with the reason', async () => {
  const { room, visit, ...scenario } = visitOfTwo({ role: 'clinician' });
  await scenario.ready;
  const narrowed = room.createVisit({ policy: { ...visit.policy, off: ['mute'] } });
  await visit.close();
  const clinician = await showPart({ room, visit: narrowed, ready: narrowed.join() }, <People />);

  const mute = await screen.findByRole('button', { name: /^Mute participant/ });
  expect(mute).toHaveAttribute('aria-disabled', 'true');
  expect(mute).toHaveAccessibleDescription('The clinic has switched this off.');
  await clinician.click(mute);
  expect(room.asks.filter(({ type }) => type === 'mute')).toEqual([]);
});
