import {
  createFakeDevices,
  scenario,
  syntheticPeople,
  visitOfFour,
  visitOfTwo,
  type FakeDevices,
} from '@quietroom/testing';
import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { showPart } from '../../test/show-part.tsx';
import { RosterName } from './roster-name.tsx';
import { useNamesHidden } from './use-names-hidden.ts';

/** Devices of which the shared screen is of this kind. */
function devicesSharing(displaySurface: string | undefined): FakeDevices {
  const devices = createFakeDevices();
  const { mediaDevices } = devices;
  const ask = mediaDevices.getDisplayMedia.bind(mediaDevices);
  mediaDevices.getDisplayMedia = async (constraints) => {
    const stream = await ask(constraints);
    for (const track of stream.getVideoTracks())
      track.getSettings = () => (displaySurface === undefined ? {} : { displaySurface });
    return stream;
  };
  return devices;
}

it('shows the real name and the pseudonym, as masked text', async () => {
  const two = visitOfTwo({ role: 'clinician' });
  await showPart(two, <RosterName of={two.people.other.id} />);
  const name = screen.getByText('Zylphia Quonsett').closest('.qr-name');
  expect(name?.textContent).toBe(`Zylphia Quonsett (she/her) ${two.people.other.pseudonym}`);
  expect(name?.matches('[data-sentry-mask].ph-no-capture.rr-block.notranslate[translate=no]')).toBe(true);
});

it('puts no name into any attribute', async () => {
  const four = visitOfFour();
  await showPart(
    four,
    Object.values(four.people).map(({ id }) => <RosterName key={id} of={id} id={`name-${id}`} />),
  );
  const names = [...four.room.roster.values()].flatMap(({ name }) => name.split(' '));
  const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].map(({ value }) => value),
  );
  for (const name of names) expect(attributes.filter((value) => value.includes(name))).toEqual([]);
});

it('shows the pseudonym in the person’s language where the roster has no name', async () => {
  const two = scenario({ role: 'clinician' }, (room, visit) => {
    const other = room.personJoins({ role: 'interpreter' });
    return { people: { other }, reached: other.arrived.then(() => visit.join()) };
  });
  await showPart(two, <RosterName of={two.people.other.id} />, { locale: 'es' });
  const code = two.people.other.pseudonym.split(' ')[1];
  expect(await screen.findByText(`Intérprete ${code ?? ''}`)).toBeVisible();
});

it('calls somebody without a valid pass a guest, whatever name they show', async () => {
  const visit = scenario({ role: 'clinician' }, (room, visit) => {
    const stranger = room.personJoins({
      role: 'clinician',
      pass: 'forged',
      name: 'Orla Vantongle',
      shownAs: 'Clinician K7Q4',
    });
    return { people: { stranger }, reached: stranger.arrived.then(() => visit.join()) };
  });
  await showPart(visit, <RosterName of={visit.people.stranger.id} />);
  expect(screen.getByText('Guest')).toBeVisible();
  expect(document.body.textContent).not.toMatch(/Vantongle|K7Q4/);
});

it.each(['monitor', 'browser', undefined])(
  'hides names while this page may be seen in what is shared: %s',
  async (surface) => {
    const two = visitOfTwo({ role: 'clinician', devices: devicesSharing(surface) });
    await showPart(two, <RosterName of={two.people.other.id} />);
    expect(screen.getByText('Zylphia Quonsett')).toBeVisible();

    await act(() => two.visit.perform({ type: 'shareScreen', on: true }));
    expect(document.body.textContent).not.toContain('Zylphia');
    expect(screen.getByText(two.people.other.pseudonym)).toBeVisible();

    await act(() => two.visit.perform({ type: 'shareScreen', on: false }));
    expect(screen.getByText('Zylphia Quonsett')).toBeVisible();
  },
);

it.each([
  ['monitor', 'covered'],
  ['window', 'open'],
])('a host’s notes outside the room know whether to hide while a %s is shared: %s', async (surface, shown) => {
  const two = visitOfTwo({ role: 'clinician', devices: devicesSharing(surface) });
  const Notes = () => <p>{useNamesHidden(two.visit) ? 'covered' : 'open'}</p>;
  await showPart(two, <RosterName of={two.people.other.id} />);
  render(<Notes />);
  expect(screen.getByText('open')).toBeVisible();
  await act(() => two.visit.perform({ type: 'shareScreen', on: true }));
  expect(screen.getByText(shown)).toBeVisible();
});

it('keeps names while another window is shared', async () => {
  const two = visitOfTwo({ role: 'clinician', devices: devicesSharing('window') });
  await showPart(two, <RosterName of={two.people.other.id} />);
  await act(() => two.visit.perform({ type: 'shareScreen', on: true }));
  expect(screen.getByText(syntheticPeople.patient.name)).toBeVisible();
});
