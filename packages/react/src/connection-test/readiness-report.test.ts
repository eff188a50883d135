import { RoomError, type MediaState } from '@quietroom/core';
import { expect, it } from 'vitest';
import { readinessReport } from './readiness-report.ts';

const media: MediaState = {
  camera: {
    status: 'failed',
    error: new RoomError('device-busy', { cause: new Error('Zylphia’s camera at 192.0.2.7') }),
  },
  microphone: { status: 'on' },
  screen: { status: 'off' },
  devices: {
    camera: [{ id: 'camera-secret-id', label: 'Zylphia’s camera' }],
    microphone: [
      { id: 'microphone-secret-id', label: 'Zylphia’s earbuds' },
      { id: 'other-secret-id', label: 'Desk microphone' },
    ],
    speaker: [],
  },
  selected: { camera: 'camera-secret-id', microphone: null, speaker: null },
  wanted: { camera: true, microphone: true },
  sharedSurface: null,
  effects: {},
};

it('says what works in closed words and counts, and holds no label, id, address, person or time', () => {
  const report = readinessReport({
    media,
    connection: {
      server: { outcome: 'reached', milliseconds: 18 },
      stun: { outcome: 'unreached' },
      turn: { outcome: 'not-configured' },
    },
    browser: { name: 'firefox', version: 140, system: 'linux' },
  });
  expect(report).toEqual({
    report: 'quietroom-readiness',
    version: 1,
    browser: { name: 'firefox', version: 140, system: 'linux' },
    camera: 'device-busy',
    microphone: 'on',
    devices: { camera: 1, microphone: 2, speaker: 0 },
    connection: {
      server: { outcome: 'reached', milliseconds: 18 },
      stun: { outcome: 'unreached' },
      turn: { outcome: 'not-configured' },
    },
  });
  expect(JSON.stringify(report)).not.toMatch(/Zylphia|secret|Desk|192|\d{4}/);
});
