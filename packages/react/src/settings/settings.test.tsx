import { until, visitOfTwo } from '@quietroom/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { Settings } from './settings.tsx';

function SettingsButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        onClick={() => {
          setOpen(true);
        }}
      >
        Open settings
      </button>
      <Settings open={open} onOpenChange={setOpen} />
    </>
  );
}

async function openSettings() {
  const scenario = visitOfTwo();
  await scenario.ready;
  await act(() => scenario.visit.perform({ type: 'setCamera', on: true }));
  await act(() => scenario.visit.perform({ type: 'setMicrophone', on: true }));
  const person = await showPart(scenario, <SettingsButton />);
  await person.click(screen.getByRole('button', { name: 'Open settings' }));
  return { ...scenario, person, dialog: within(await screen.findByRole('dialog', { name: 'Settings' })) };
}

test('shows the own picture and voice beside the choices', async () => {
  const { dialog } = await openSettings();
  expect(dialog.getByLabelText('Your own camera picture')).toBeVisible();
  expect(await dialog.findByText('We can hear you.')).toBeVisible();
  for (const kind of ['Camera', 'Microphone', 'Speaker'])
    expect(dialog.getByRole('combobox', { name: kind })).toBeVisible();
  await expectAccessible();
});

test('another camera is asked of the room, as every action is', async () => {
  const { dialog, person, visit, room } = await openSettings();
  await person.selectOptions(dialog.getByRole('combobox', { name: 'Camera' }), 'Document camera');
  await until(visit.media.state, ({ selected }) => selected.camera === 'camera-2');
  expect(room.asks).toContainEqual({ type: 'selectDevice', kind: 'camera', deviceId: 'camera-2' });
});

test('a speaker can be tried', async () => {
  const { dialog, person } = await openSettings();
  await person.click(dialog.getByRole('button', { name: 'Test speaker' }));
  expect(await dialog.findByText(/You should have heard a short tone/, {}, { timeout: 5_000 })).toBeVisible();
});

test('Escape closes it and gives the focus back', async () => {
  const { person } = await openSettings();
  await person.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open settings' }));
  });
});
