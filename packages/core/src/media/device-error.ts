import type { CaptureSource } from '../contract/room-action.ts';
import { RoomError, type RoomErrorCode } from '../contract/room-error.ts';

/** What getUserMedia's and getDisplayMedia's error names mean, in Chromium, Firefox and Safari. */
const codeOf = (name: string, message: string, constraint: string | undefined, screen: boolean): RoomErrorCode => {
  switch (name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      // Chromium says "Permission denied by system" when the operating system forbids it. Firefox reports that case as
      // NotFoundError "The object can not be found here" for devices, which cannot be told from a missing one.
      if (/by system/i.test(message)) return 'device-blocked';
      return screen ? 'screen-share-denied' : 'device-denied';
    case 'InvalidStateError':
      // The page asked without a press of a button.
      return screen ? 'screen-share-denied' : 'device-busy';
    case 'SecurityError':
      return screen ? 'screen-share-denied' : 'device-denied';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
      return screen ? 'screen-share-unsupported' : 'device-missing';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return screen ? 'screen-share-denied' : 'device-busy';
    case 'OverconstrainedError':
      return constraint === 'deviceId' ? 'device-missing' : 'device-unsuitable';
    case 'NotSupportedError':
      return screen ? 'screen-share-unsupported' : 'device-unsuitable';
    default:
      return screen ? 'screen-share-denied' : 'device-unsuitable';
  }
};

const textOf = (error: object, key: string): string => {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : '';
};

/** The typed error for what the browser threw when a source was asked for. */
export function deviceError(error: unknown, source: CaptureSource | 'speaker'): RoomError {
  if (error instanceof RoomError) return error;
  if (typeof error !== 'object' || error === null) return new RoomError('device-unsuitable', { cause: error });
  const code = codeOf(
    textOf(error, 'name'),
    textOf(error, 'message'),
    textOf(error, 'constraint'),
    source === 'screen',
  );
  return new RoomError(code, { cause: error });
}

/** Nobody reads a list of windows and closes it in less, in milliseconds: a quicker no is the browser's own. */
const leastDecision = 250;

/**
 * Whether somebody closed the browser's list of windows and screens: their choice, and no failure. Chromium may say so;
 * Firefox and Safari use the same words for it as for a rule of theirs, so the time it took decides.
 */
export function closedThePicker(error: unknown, milliseconds: number): boolean {
  if (typeof error !== 'object' || error === null || textOf(error, 'name') !== 'NotAllowedError') return false;
  const message = textOf(error, 'message');
  if (/by system|polic(?:y|ies)/i.test(message)) return false;
  return /by user|dismissed/i.test(message) || milliseconds >= leastDecision;
}
