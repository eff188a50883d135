export { createFakeClock, type FakeClock } from './clock/create-fake-clock.ts';
export {
  createFakeDevices,
  syntheticDevices,
  type DeviceTrouble,
  type FakeDevice,
  type FakeDevices,
  type FakeSource,
} from './devices/create-fake-devices.ts';
export {
  pictureColour,
  pictureColours,
  startMovingPicture,
  type Motif,
  type MovingPicture,
} from './devices/moving-picture.ts';
export { createFakeRoom } from './fake-room/create-fake-room.ts';
export type { FakeCaptionOptions } from './fake-room/fake-captions.ts';
export type { PassKind } from './fake-room/fake-host.ts';
export type { FakePerson, FakePersonOptions, FakeRoom, FakeRoomOptions } from './fake-room/fake-room.ts';
export * from './scenarios/index.ts';
export { until } from './until/until.ts';
