import { readyPatient, until, visitOfTwo } from '@quietroom/testing';
import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { stagedEffects } from '../../test/staged-effect.ts';
import { Readiness } from '../readiness/readiness.tsx';
import { Settings } from '../settings/settings.tsx';
import { VideoRoom } from '../video-room/video-room.tsx';

const dialog = <Settings open onOpenChange={() => undefined} />;
const blurSwitch = () => screen.findByRole('switch', { name: 'Blur my background' });
const noiseSwitch = () => screen.findByRole('switch', { name: 'Reduce background noise' });
const unblurred = 'Your background could not be blurred, so your camera is off';

it('a visit without effects shows no switch', async () => {
  await showPart(visitOfTwo(), dialog);
  await screen.findByRole('button', { name: 'Test speaker' });
  expect(screen.queryByRole('switch')).toBeNull();
});

it('each effect is a switch that tells what became of it, and what is sent moves along', async () => {
  const { blur, quiet, effects } = stagedEffects();
  const two = visitOfTwo({ effects });
  const person = await showPart(two, dialog);
  await act(() => two.visit.perform({ type: 'setCamera', on: true }));
  await act(() => two.visit.perform({ type: 'setMicrophone', on: true }));
  await person.click(await blurSwitch());
  expect(await screen.findByText('Your background is blurred.')).toBeVisible();
  expect(await blurSwitch()).toBeChecked();
  expect(two.room.asks.at(-1)).toMatchObject({ type: 'selectDevice', kind: 'camera' });
  expect(two.visit.state.get().self.sending.camera).toBe(true);
  act(() => {
    blur.report()?.slow(true);
  });
  expect(screen.getByText(/others see your picture move in steps/)).toBeVisible();

  quiet.fails();
  await person.click(await noiseSwitch());
  expect(await screen.findByText('Background noise could not be reduced. You are heard as you are.')).toBeVisible();
  expect(await noiseSwitch()).not.toBeChecked();
  expect(two.visit.state.get().self.sending.microphone).toBe(true);
  await expectAccessible();
});

it('device-unblurred: before the visit the camera stays off until the blur works', async () => {
  const { blur, effects } = stagedEffects();
  blur.fails();
  const before = readyPatient({ effects });
  const person = await showPart(before, <Readiness />);
  await person.click(await blurSwitch());
  await person.click(screen.getByRole('button', { name: 'Turn camera on' }));
  expect(await screen.findByText(unblurred)).toBeVisible();
  expect(await blurSwitch()).toBeChecked();
  expect(before.room.devices.live()).toEqual([]);
  blur.works();
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Your background is blurred.')).toBeVisible();
  expect(await screen.findByLabelText('Your own camera picture')).toBeVisible();
});

it('device-unblurred: in the visit nobody sees the picture until somebody goes on without blur', async () => {
  const { blur, effects } = stagedEffects();
  const two = visitOfTwo({ effects });
  await two.ready;
  render(<VideoRoom visit={two.visit} roster={two.room.roster} />);
  const person = userEvent.setup();
  await act(() => two.visit.media.setEffect('blur', true));
  await act(() => two.visit.perform({ type: 'setCamera', on: true }));
  act(() => {
    blur.report()?.failed(new Error('the graphics card is gone'));
  });
  expect(await screen.findByText(unblurred, {}, { timeout: 10_000 })).toBeVisible();
  expect(two.visit.state.get().self.sending.camera).toBe(false);
  expect(two.room.devices.live()).toEqual([]);
  await person.click(screen.getByRole('button', { name: 'Go on without blur' }));
  await until(two.visit.state, ({ self }) => self.sending.camera);
  expect(two.visit.media.state.get().effects.blur).toEqual({ status: 'off' });
  expect(screen.queryByText(unblurred)).toBeNull();
});
