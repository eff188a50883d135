import { visitOfTwo } from '@quietroom/testing';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { pressControl } from '../../test/press-control.ts';
import { showPart } from '../../test/show-part.tsx';
import { VideoRoom } from '../video-room/video-room.tsx';
import { LogoffGuard } from './logoff-guard.tsx';

it('stepping away turns everything off and covers names and chat; coming back turns nothing on', async () => {
  const visit = visitOfTwo({ role: 'clinician' });
  await visit.ready;
  render(<VideoRoom visit={visit.visit} roster={visit.room.roster} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Unmute microphone' }));
  await user.click(await screen.findByRole('button', { name: 'Turn camera on' }));
  await waitFor(() => {
    expect(visit.visit.state.get().self.sending).toMatchObject({ microphone: true, camera: true });
  });
  await pressControl(user, 'Step away');

  await screen.findByRole('alertdialog', { name: 'You stepped away' });
  await waitFor(() => {
    expect(visit.visit.state.get().self.sending).toEqual({ microphone: false, camera: false, screen: false });
  });
  // Whatever is seen at the place of the name is the cover.
  const name = screen.getAllByText('Zylphia Quonsett')[0]?.getBoundingClientRect() ?? new DOMRect();
  const seen = document.elementFromPoint(name.x + name.width / 2, name.y + name.height / 2);
  expect(seen?.closest('.qr-shutter, .qr-dialog')).not.toBeNull();
  expect(getComputedStyle(document.querySelector('.qr-shutter') ?? document.body).backgroundColor).toMatch(/^rgb\(/);
  // To assistive technology there is nothing but the way back.
  expect(screen.queryByRole('toolbar')).toBeNull();
  await expectAccessible();

  await user.keyboard('{Escape}');
  expect(screen.getByRole('alertdialog')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Come back' }));
  expect(await screen.findByRole('button', { name: 'Unmute microphone' })).toBeVisible();
  expect(visit.visit.state.get().self.sending).toEqual({ microphone: false, camera: false, screen: false });
});

it('somebody who does nothing is warned, and stays by a press', async () => {
  const visit = visitOfTwo();
  const user = await showPart(visit, <LogoffGuard limits={{ inactive: 1_000 }} />);
  expect(await screen.findByRole('alertdialog', { name: 'Are you still there?' }, { timeout: 5_000 })).toBeVisible();
  expect(screen.getByText(/you leave the visit in \d+ seconds/)).toBeVisible();
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Stay in the visit' }));
  expect(visit.visit.state.get().phase.name).toBe('joined');
});
