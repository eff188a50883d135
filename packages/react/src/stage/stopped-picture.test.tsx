import { visitOfTwo } from '@quietroom/testing';
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { Stage } from './stage.tsx';

it('picture-stopped: a tile whose picture no longer moves says so, and no longer once it moves again', async () => {
  await showPart(visitOfTwo(), <Stage />);
  const video = await waitFor(() => {
    const found = document.querySelector<HTMLVideoElement>('.qr-tile video');
    expect(found?.getVideoPlaybackQuality().totalVideoFrames).toBeGreaterThan(0);
    return found!;
  });
  expect(screen.queryByText('Picture stopped')).toBeNull();

  const moving = video.srcObject;
  // A picture of which no frame ever comes.
  video.srcObject = document.createElement('canvas').captureStream(0);
  expect(await screen.findByText('Picture stopped', {}, { timeout: 10_000 })).toBeVisible();
  await expectAccessible();

  video.srcObject = moving;
  await video.play();
  await waitFor(
    () => {
      expect(screen.queryByText('Picture stopped')).toBeNull();
    },
    { timeout: 10_000 },
  );
});
