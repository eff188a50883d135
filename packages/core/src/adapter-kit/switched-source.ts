import type { CaptureSource, RoomAction } from '../contract/room-action.ts';

/** An action that starts or stops one of this page's sources. */
export type SwitchAction = Extract<RoomAction, { type: 'setMicrophone' | 'setCamera' | 'shareScreen' }>;

const sources: Readonly<Record<SwitchAction['type'], CaptureSource>> = {
  setMicrophone: 'microphone',
  setCamera: 'camera',
  shareScreen: 'screen',
};

/** Whether an action starts or stops a source. */
export const isSwitch = (action: RoomAction): action is SwitchAction => action.type in sources;

/** The source that it starts or stops. */
export const switchedSource = ({ type }: SwitchAction): CaptureSource => sources[type];
