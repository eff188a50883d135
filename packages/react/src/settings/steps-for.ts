import type { PhraseKey } from '../messages-catalogue/catalogue.ts';
import type { ThisBrowser } from './this-browser.ts';

/** Why a device does not work, as far as the cure differs. */
export type Cause =
  | 'denied'
  | 'blocked'
  | 'missing'
  | 'busy'
  | 'unsuitable'
  | 'lost'
  | 'interrupted'
  | 'insecure'
  | 'unsupported'
  | 'unblurred'
  | 'failed';

/** Why a screen is not shared, as far as the cure differs. */
export type ScreenCause = 'denied' | 'blocked' | 'unsupported';

/** What is said about a device. None of these phrases has a placeholder. */
export type DevicePhrase = Extract<PhraseKey, `device.${string}`>;

const general: Readonly<Record<Cause, readonly DevicePhrase[]>> = {
  denied: ['device.denied.step1', 'device.denied.step2', 'device.denied.step3'],
  blocked: ['device.blocked.step1', 'device.blocked.step2', 'device.blocked.step3'],
  missing: ['device.missing.step1', 'device.missing.step2', 'device.missing.step3'],
  busy: ['device.busy.step1', 'device.busy.step2'],
  unsuitable: ['device.unsuitable.step1'],
  lost: ['device.lost.step1', 'device.lost.step2'],
  interrupted: ['device.interrupted.step1', 'device.interrupted.step2'],
  insecure: ['device.insecure.step1'],
  unsupported: ['device.unsupported.step1'],
  unblurred: ['device.unblurred.step1'],
  failed: ['device.failed.step1'],
};

const denied = ({ name, system }: ThisBrowser): readonly DevicePhrase[] => {
  if (system === 'ios')
    return name === 'safari'
      ? ['device.steps.safariPhone', 'device.steps.safariAllow']
      : ['device.steps.phoneSettings', 'device.steps.switchOn'];
  switch (name) {
    case 'chromium':
      return [system === 'android' ? 'device.steps.chromiumPhone' : 'device.steps.chromium', 'device.steps.switchOn'];
    case 'firefox':
      return system === 'android'
        ? ['device.steps.firefoxPhone', 'device.steps.firefoxPhoneAllow']
        : ['device.steps.firefox', 'device.steps.firefoxAllow'];
    case 'safari':
      return ['device.steps.safari', 'device.steps.safariAllow'];
    case 'other':
      return general.denied.slice(0, 2);
  }
};

const blocked = ({ system }: ThisBrowser): readonly DevicePhrase[] => {
  switch (system) {
    case 'windows':
      return ['device.steps.windows', 'device.steps.windowsAllow'];
    case 'mac':
      return ['device.steps.mac', 'device.steps.macAllow'];
    case 'android':
      return ['device.steps.android', 'device.steps.androidAllow'];
    case 'ios':
      return ['device.steps.phoneSettings', 'device.steps.switchOn'];
    case 'linux':
    case 'other':
      return general.blocked.slice(0, 2);
  }
};

/** What a person can do about a device in this browser, step by step. */
export function stepsFor(cause: Cause, browser: ThisBrowser): readonly DevicePhrase[] {
  if (cause === 'denied') return [...denied(browser), 'device.denied.step3'];
  if (cause === 'blocked') return [...blocked(browser), 'device.blocked.step3'];
  return general[cause];
}

/** {@link stepsFor} for sharing the screen. */
export function screenStepsFor(cause: ScreenCause, { system }: ThisBrowser): readonly DevicePhrase[] {
  if (cause === 'denied') return ['device.screen.choose'];
  if (cause === 'unsupported') return ['device.screen.computer'];
  const open =
    system === 'mac'
      ? (['device.steps.mac', 'device.steps.macScreen'] as const)
      : (['device.blocked.step1', 'device.screen.allow'] as const);
  return [...open, 'device.blocked.step3'];
}
