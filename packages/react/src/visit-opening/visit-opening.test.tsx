import { usHipaa } from '@quietroom/core';
import { visitOfTwo, waitingPatient } from '@quietroom/testing';
import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { VideoRoom } from '../video-room/video-room.tsx';
import { OpeningPreview } from './opening-preview.tsx';
import { VisitOpening } from './visit-opening.tsx';

const recordedIn = ({ visit }: ReturnType<typeof visitOfTwo>) =>
  visit.audit.get().filter(({ type }) => type === 'opening-recorded');

it('a clinician ticks off what was asked; the audit is told what was done and what was not, by rule', async () => {
  const two = visitOfTwo({ role: 'clinician' });
  const user = await showPart(two, <VisitOpening />);
  await user.click(screen.getByText('0 of 6 done'));
  const list = within(screen.getByRole('group', { name: 'Start of the visit' }));
  await user.click(list.getByRole('checkbox', { name: /^Two identifiers agree/ }));
  await user.click(list.getByRole('checkbox', { name: /^I know where the patient is/ }));
  await user.click(list.getByRole('checkbox', { name: /licensed/ }));
  // Ticked by mistake.
  await user.click(list.getByRole('checkbox', { name: /licensed/ }));
  expect(screen.getByText('2 of 6 done')).toBeVisible();
  await expectAccessible();

  await user.click(list.getByRole('button', { name: 'Go on without the rest' }));
  expect(recordedIn(two)).toMatchObject([
    {
      done: ['Q-OPENING-IDENTITY', 'Q-OPENING-LOCATION'],
      notDone: ['Q-OPENING-EMERGENCY', 'Q-OPENING-COMPANY', 'Q-OPENING-CREDENTIALS', 'Q-OPENING-VIDEO'],
    },
  ]);
  expect(screen.queryByText('Start of the visit')).toBeNull();
});

it('holds up nothing: whatever is not ticked, the visit goes on and every control works', async () => {
  const two = visitOfTwo({ role: 'clinician' });
  await showPart(two, <VisitOpening />);
  await two.visit.perform({ type: 'setCamera', on: true });
  expect(two.visit.state.get().self.sending.camera).toBe(true);
  expect(recordedIn(two)).toEqual([]);
});

it('is nothing for a patient to tick, whose page cannot write into the audit what was asked', async () => {
  const two = visitOfTwo();
  await showPart(two, <VisitOpening />);
  expect(screen.queryByText('Start of the visit')).toBeNull();
  two.visit.recordOpening({ done: ['Q-OPENING-IDENTITY'], notDone: [] });
  expect(recordedIn(two)).toEqual([]);
});

it('a patient who waits reads what will be asked and why, and has nothing to fill in', async () => {
  const user = await showPart(waitingPatient(), <OpeningPreview />);
  await user.click(screen.getByText('What you will be asked first'));
  expect(screen.getAllByRole('listitem')).toHaveLength(6);
  expect(screen.getByText(/so that help can find you/)).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('checkbox')).toBeNull();
  await expectAccessible();
});

it('is part of a visit with real patients, and of one with invented ones where the host wants it', async () => {
  const two = visitOfTwo({ role: 'clinician' });
  await two.ready;
  const { rerender } = render(<VideoRoom visit={two.visit} roster={two.room.roster} opening />);
  expect(await screen.findByText('0 of 6 done')).toBeVisible();
  rerender(<VideoRoom visit={two.visit} roster={two.room.roster} />);
  expect(screen.queryByText('0 of 6 done')).toBeNull();
  rerender(<VideoRoom visit={{ ...two.visit, policy: usHipaa }} roster={two.room.roster} />);
  expect(await screen.findByText('0 of 6 done')).toBeVisible();

  const waiting = waitingPatient();
  await waiting.ready;
  render(<VideoRoom visit={waiting.visit} roster={waiting.room.roster} opening />);
  expect(await screen.findByText('What you will be asked first')).toBeVisible();
});
