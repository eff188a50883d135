import type { ConnectionReport, MediaState, SourceState } from '@quietroom/core';
import type { ThisBrowser } from '../settings/this-browser.ts';

/** What somebody may hand to the clinic's support: only words of closed lists and counts. */
export interface ReadinessReport {
  readonly report: 'quietroom-readiness';
  readonly version: 1;
  readonly browser: ThisBrowser;
  readonly camera: string;
  readonly microphone: string;
  readonly devices: Readonly<Record<'camera' | 'microphone' | 'speaker', number>>;
  readonly connection: ConnectionReport | null;
}

/** What {@link readinessReport} is made of. */
export interface ReadinessFindings {
  readonly media: MediaState;
  readonly connection: ConnectionReport | null;
  readonly browser: ThisBrowser;
}

const wordFor = (source: SourceState): string => (source.status === 'failed' ? source.error.code : source.status);

/**
 * The readiness check as a report that can leave this page: no device's name or id, no address, no room, no person, and
 * no time, which beside a patient's record would be a date of care (45 CFR 164.514(b)(2)(i)(C)).
 */
export function readinessReport({ media, connection, browser }: ReadinessFindings): ReadinessReport {
  const { camera, microphone, speaker } = media.devices;
  return {
    report: 'quietroom-readiness',
    version: 1,
    browser,
    camera: wordFor(media.camera),
    microphone: wordFor(media.microphone),
    devices: { camera: camera.length, microphone: microphone.length, speaker: speaker.length },
    connection,
  };
}
