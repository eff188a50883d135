import { demonstration, type Visit } from '@quietroom/core';
import {
  chatWithDelivery,
  clinicianWithKnock,
  createFakeRoom,
  readyClinician,
  readyPatient,
  until,
  visitOfFour,
  visitOfTwo,
  type Scenario,
} from '@quietroom/testing';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { expect, it } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { pressControl } from '../../test/press-control.ts';
import { VideoRoom, type VideoRoomProps } from './video-room.tsx';

async function open(scenario: Scenario, props: Omit<VideoRoomProps, 'visit' | 'roster'> = {}) {
  await scenario.ready;
  const { unmount, rerender } = render(<VideoRoom visit={scenario.visit} roster={scenario.room.roster} {...props} />);
  return { user: userEvent.setup(), unmount, rerender };
}
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const heading = (name: string) => screen.findByRole('heading', { name, level: 2 });

it('takes a patient from the readiness check through the waiting room into the visit and out again, by keyboard', async () => {
  const patient = readyPatient();
  const clinician = patient.room.personJoins({ role: 'clinician', name: 'Dr. Orrin Thackwhistle' });
  await clinician.arrived;
  const { user } = await open(patient);
  const press = async (name: string) => {
    const control = await button(name);
    for (let tabs = 0; tabs < 30 && document.activeElement !== control; tabs += 1) await user.tab();
    expect(control).toHaveFocus();
    await user.keyboard('{Enter}');
  };
  expect(patient.room.devices.asked).toEqual([]);
  await expectAccessible();

  await press('Ask to join');
  expect(await heading('You are in the waiting room')).toHaveFocus();
  await expectAccessible();

  act(() => {
    patient.room.admitsYou();
  });
  expect(await heading('Visit in progress')).toHaveFocus();
  expect(await screen.findByText('Dr. Orrin Thackwhistle')).toBeVisible();
  await expectAccessible();

  const leave = await button('Leave visit');
  await user.tab();
  await user.keyboard('{End}');
  expect(leave).toHaveFocus();
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('alertdialog');
  expect(within(dialog).getByRole('button', { name: 'Stay' })).toHaveFocus();
  await user.tab();
  await user.keyboard('{Enter}');

  expect(await heading('You have left the visit')).toHaveFocus();
  expect(patient.room.devices.live()).toEqual([]);
  await expectAccessible();
});

it('has the landmarks assistive technology looks for', async () => {
  const chat = chatWithDelivery();
  const { user } = await open(chat);
  const room = screen.getByRole('region', { name: 'Video visit' });
  expect(within(room).getByRole('toolbar', { name: 'Visit controls' })).toBeVisible();
  await user.click(await button(/^Chat/));
  expect(await screen.findByRole('complementary', { name: 'Chat' })).toBeVisible();
  await pressControl(user, 'People');
  expect(await screen.findByRole('list', { name: 'Participants' })).toBeVisible();
  expect(screen.queryByRole('complementary', { name: 'Chat' })).toBeNull();
  await expectAccessible();
});

it('gives the focus back to the button of a panel that closes', async () => {
  const { user } = await open(visitOfTwo());
  await pressControl(user, 'People');
  await screen.findByRole('list', { name: 'Participants' });
  await user.tab();
  await user.keyboard('{Escape}');
  expect(await button('More')).toHaveFocus();
  expect(screen.queryByRole('list', { name: 'Participants' })).toBeNull();
});

it('leads from a person to the conversation with them', async () => {
  const four = visitOfFour();
  const { user } = await open(four);
  await pressControl(user, 'People');
  const list = await screen.findByRole('list', { name: 'Participants' });
  await user.click(
    within(list)
      .getAllByRole('button', { name: /^Message/ })
      .at(1) ?? list,
  );
  const chat = await screen.findByRole('complementary', { name: 'Chat' });
  expect(within(chat).getByRole('option', { selected: true }).textContent).toContain('Nadir Plimsollvane');
  expect(document.activeElement).not.toBe(document.body);
});

it('lets a clinician admit the person at the door', async () => {
  const door = clinicianWithKnock();
  const { user } = await open(door);
  expect(await screen.findByText('Nobody else is here yet')).toBeVisible();
  await expectAccessible();
  await user.click(await button(/^Admit/));
  const dialog = await screen.findByRole('alertdialog', { name: 'Admit this person?' });
  await expectAccessible();
  for (const box of within(dialog).getAllByRole('checkbox')) await user.click(box);
  await user.click(within(dialog).getAllByRole('button').at(-1) ?? dialog);
  await until(door.visit.state, ({ order }) => order.length === 1);
  await waitFor(() => {
    expect(screen.queryByText('Nobody else is here yet')).toBeNull();
  });
});

it('joins once in StrictMode, and plays and shows the other', async () => {
  const clinician = readyClinician();
  const other = clinician.room.personJoins({ role: 'patient', name: 'Zylphia Quonsett' });
  await other.arrived;
  render(
    <StrictMode>
      <VideoRoom visit={clinician.visit} roster={clinician.room.roster} />
    </StrictMode>,
  );
  await userEvent.click(await button('Join visit'));
  await heading('Visit in progress');
  expect(clinician.visit.audit.get().filter(({ type }) => type === 'visit-joined')).toHaveLength(1);
  const tile = (await screen.findByText('Zylphia Quonsett')).closest('li');
  await waitFor(() => {
    expect(tile?.querySelector('video')?.srcObject).toBeInstanceOf(MediaStream);
  });
});

it('lets go of every picture and sound when it is taken away', async () => {
  const four = visitOfFour();
  // An adapter that leaves the element as it is: a detached video that still plays would keep its whole tree alive.
  const attach: Visit['attach'] = (track, element) => {
    four.visit.attach(track, element);
    return () => undefined;
  };
  const { unmount } = await open({ ...four, visit: { ...four.visit, attach } });
  const elements = [...document.querySelectorAll<HTMLMediaElement>('video, audio')];
  expect(elements.length).toBeGreaterThan(3);
  expect(elements.some(({ srcObject }) => srcObject !== null)).toBe(true);
  unmount();
  expect(elements.filter(({ srcObject }) => srcObject !== null)).toEqual([]);
});

it('covers the stage while reconnecting, keeps leaving in reach, and comes back', async () => {
  const two = visitOfTwo();
  await open(two);
  act(() => {
    two.room.interruptsLink();
  });
  expect(await screen.findByText('Reconnecting…')).toBeVisible();
  expect(await button('Leave visit')).not.toHaveAttribute('aria-disabled');
  await expectAccessible();
  act(() => {
    two.room.restoresLink();
  });
  await waitFor(() => {
    expect(screen.queryByText('Reconnecting…')).toBeNull();
  });
});

it('says for good that the people are invented, and only then', async () => {
  const room = createFakeRoom();
  const real = room.createVisit({ policy: { ...demonstration, patients: 'real' } });
  const { unmount } = await open({ room, visit: real, ready: Promise.resolve() });
  expect(screen.queryByText(/Practice visit/)).toBeNull();
  unmount();
  await open(visitOfTwo());
  expect(screen.getByText('Practice visit with invented people. Not for real patients.')).toBeVisible();
});

it('says why sound and picture were stopped', async () => {
  const two = visitOfTwo();
  await open(two);
  act(() => {
    two.room.knows({ streaming: true });
  });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Sound and picture were stopped to protect the people in this visit.');
  expect(alert.textContent).toContain('The visit is, or may be, streamed to the outside.');
});

it('does not restart the visit when a prop changes', async () => {
  const two = visitOfTwo();
  const { rerender } = await open(two);
  const video = document.querySelector('video');
  rerender(<VideoRoom visit={two.visit} roster={() => undefined} locale="es" theme="dark" />);
  expect(await screen.findByRole('region', { name: 'Videovisita' })).toBeVisible();
  expect(document.querySelector('video')).toBe(video);
  expect(screen.queryByText('Dr. Orrin Thackwhistle')).toBeNull();
  expect(two.visit.audit.get().filter(({ type }) => type === 'visit-joined')).toHaveLength(1);
});

it('turns round for Arabic', async () => {
  await open(visitOfTwo(), { locale: 'ar' });
  const room = await screen.findByRole('region', { name: 'زيارة بالفيديو' });
  expect(getComputedStyle(room).direction).toBe('rtl');
  expect(room.closest('[lang=ar]')).not.toBeNull();
  await expectAccessible();
});

it('puts no name into any attribute or title, whatever is open', async () => {
  const four = visitOfFour();
  const { user } = await open(four);
  await pressControl(user, 'People');
  await screen.findByRole('list', { name: 'Participants' });
  const names = [...four.room.roster.values()].flatMap(({ name }) => name.split(' '));
  const written = [...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].map(({ value }) => value),
  );
  for (const name of names) expect([...written, document.title].filter((text) => text.includes(name))).toEqual([]);
});
