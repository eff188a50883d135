import type { Visit } from '@quietroom/core';
import type { FakeRoom } from '@quietroom/testing';
import { createRoot } from 'react-dom/client';
import { waitFor } from '@testing-library/react';
import { expect, onTestFinished } from 'vitest';
import { VideoRoom, type VideoRoomProps } from '../../src/video-room/video-room.tsx';

/** What of a scenario a page shows. */
export interface Shown {
  readonly room: FakeRoom;
  readonly visit: Visit;
}

type RoomProps = Omit<VideoRoomProps, 'visit' | 'roster'>;

/**
 * The visit in a host's page, with something of the host's before and after it for Tab to come from and go to. Resolves
 * when it is there, to how to take it away.
 */
export async function showVisit({ room, visit }: Shown, props: RoomProps = {}): Promise<() => Promise<void>> {
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  root.render(
    <div style={{ display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr) auto', blockSize: '100dvh' }}>
      <a href="#before">Before the visit</a>
      <VideoRoom visit={visit} roster={room.roster} {...props} />
      <a href="#after">After the visit</a>
    </div>,
  );
  await waitFor(() => {
    expect(page.querySelector('[data-qr-screen-heading]')).not.toBeNull();
  });
  return async () => {
    root.unmount();
    page.remove();
    await visit.close();
  };
}

/** Shows the visit until the test is over. */
export async function openVisit(shown: Shown, props: RoomProps = {}): Promise<void> {
  onTestFinished(await showVisit(shown, props));
}
