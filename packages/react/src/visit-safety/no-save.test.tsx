import { chatWithDelivery } from '@quietroom/testing';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { VideoRoom } from '../video-room/video-room.tsx';

it('offers nothing to save, open elsewhere or print', async () => {
  const scenario = chatWithDelivery();
  await scenario.ready;
  render(<VideoRoom visit={scenario.visit} roster={scenario.room.roster} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /^Chat/ }));
  await screen.findByText('Yes, both. The tablets arrived yesterday.');
  expect(document.querySelectorAll('video').length).toBeGreaterThan(0);
  for (const video of document.querySelectorAll('video')) {
    expect(video.controls).toBe(false);
    expect(video.disablePictureInPicture || !video.controls).toBe(true);
  }
  expect(document.querySelectorAll('a[download], a[target], img[src], iframe, object, embed')).toHaveLength(0);
  for (const word of [/save/i, /download/i, /export/i, /print/i, /copy all/i])
    expect(screen.queryByRole('button', { name: word })).toBeNull();
});
