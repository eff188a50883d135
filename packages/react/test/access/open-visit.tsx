import type { Visit } from '@quietroom/core';
import type { FakeRoom } from '@quietroom/testing';
import { render } from '@testing-library/react';
import { VideoRoom, type VideoRoomProps } from '../../src/video-room/video-room.tsx';

/** What of a scenario a page shows. */
export interface Shown {
  readonly room: FakeRoom;
  readonly visit: Visit;
}

/** The visit in a host's page, with something of the host's before and after it for Tab to come from and go to. */
export function openVisit({ room, visit }: Shown, props: Omit<VideoRoomProps, 'visit' | 'roster'> = {}): void {
  render(
    <div style={{ display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr) auto', blockSize: '100dvh' }}>
      <a href="#before">Before the visit</a>
      <VideoRoom visit={visit} roster={room.roster} {...props} />
      <a href="#after">After the visit</a>
    </div>,
  );
}
