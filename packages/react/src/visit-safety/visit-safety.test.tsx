import { visitOfTwo } from '@quietroom/testing';
import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { userEvent as keyboardOf } from 'vitest/browser';
import { expectAccessible } from '../../test/accessibility.ts';
import { pressControl } from '../../test/press-control.ts';
import { visitAtProvider } from '../../test/safety-scenario.ts';
import { showPart } from '../../test/show-part.tsx';
import { VideoRoom } from '../video-room/video-room.tsx';
import { VisitSafety } from './visit-safety.tsx';

const dialog = <VisitSafety open onOpenChange={() => undefined} />;

it('says what was checked, what to look at, what is attested and who refuses what', async () => {
  await showPart(visitAtProvider({ role: 'clinician' }), dialog);
  const safety = await screen.findByRole('dialog', { name: 'Visit safety' });
  expect(within(safety).getByRole('status')).toHaveTextContent('1 thing to look at');
  expect(
    within(safety).getByText('Picture and sound pass, or may pass, through a server of the video provider.'),
  ).toBeVisible();
  expect(within(safety).getByText('W2-04')).toBeVisible();
  expect(within(safety).getByText('Nothing is streamed to the outside.')).toBeVisible();
  expect(within(safety).getByText(/The record system gives the addresses/)).toBeVisible();
  expect(within(safety).getByText('register, entry 12', { exact: false })).toBeVisible();
  expect(within(safety).getByText(/^Ran out on/)).toBeVisible();
  expect(within(safety).getAllByText('Not attested').length).toBeGreaterThan(0);
  const row = within(safety).getByRole('row', { name: /Share a screen/ });
  expect(row.textContent).toMatch(/Nobody/);
  expect(within(safety).getByText('The provider’s real servers have not been run against.')).toBeVisible();
  await expectAccessible();
});

it('keeps what is for specialists folded for a patient, and opens it by keyboard', async () => {
  await showPart(visitAtProvider(), dialog);
  const safety = await screen.findByRole('dialog', { name: 'Visit safety' });
  expect(within(safety).getByRole('table')).not.toBeVisible();
  // A patient reads that the clinic should look at it, and nothing in the words of those who set rooms up.
  expect(within(safety).getByText('The visit can go on. The clinic should look at this.')).toBeVisible();
  expect(within(safety).queryByText('W2-04')).toBeNull();
  const fold = within(safety).getByRole('heading', { name: 'Who refuses what' }).closest('summary');
  fold?.focus();
  await keyboardOf.keyboard('{Enter}');
  expect(within(safety).getByRole('table')).toBeVisible();
  await expectAccessible();
});

it('follows what happens: a stream that appears is the first thing to look at', async () => {
  const visit = visitOfTwo();
  await showPart(visit, dialog);
  expect(await screen.findByText('Nothing speaks against this visit.')).toBeVisible();
  act(() => {
    visit.room.knows({ streaming: true });
  });
  expect(await screen.findByText('The visit is, or may be, streamed to the outside.')).toBeVisible();
  expect(screen.getByText('Sound and picture stay off. Leave the visit and call the clinic.')).toBeVisible();
});

it('can be taken along as a file that names nobody', async () => {
  const scenario = visitAtProvider({ role: 'clinician' });
  const user = await showPart(scenario, dialog);
  const saved: Blob[] = [];
  const clicks = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const addresses = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) saved.push(blob);
    return 'blob:saved';
  });
  await user.click(await screen.findByRole('button', { name: 'Download as a file' }));
  expect(clicks).toHaveBeenCalledOnce();
  addresses.mockRestore();
  clicks.mockRestore();
  const text = (await saved[0]?.text()) ?? '';
  expect(JSON.parse(text)).toMatchObject({
    policy: { name: 'usHipaa', patients: 'real' },
    sdk: { name: '@example/video' },
    rules: expect.arrayContaining([expect.objectContaining({ ruleId: 'W2-04', verdict: 'broken' })]) as unknown,
  });
  const names = [...scenario.room.roster.values()].flatMap(({ name }) => name.split(' '));
  for (const secret of [...names, scenario.room.you.sub, scenario.room.you.pseudonym])
    expect(text).not.toContain(secret);
});

it('opens from the toolbar and gives the focus back', async () => {
  const two = visitOfTwo();
  await two.ready;
  render(<VideoRoom visit={two.visit} roster={two.room.roster} />);
  const user = userEvent.setup();
  await pressControl(user, /^Visit safety/);
  const safety = await screen.findByRole('dialog', { name: 'Visit safety' });
  expect(safety).toBeVisible();
  expect(safety).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('button', { name: 'More' })).toHaveFocus();
});
