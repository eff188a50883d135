import { cdp } from 'vitest/browser';

interface Devtools {
  send(
    method: 'Emulation.setEmulatedMedia',
    settings: { readonly features: readonly { readonly name: string; readonly value: string }[] },
  ): Promise<unknown>;
  send(
    method: 'Emulation.setTouchEmulationEnabled',
    settings: { readonly enabled: boolean; readonly maxTouchPoints?: number },
  ): Promise<unknown>;
}

const devtools = () => cdp() as Devtools;

/** The browser says of the person's system: these features have these values. An empty string is what it really has. */
export async function prefer(features: Readonly<Record<string, string>>): Promise<void> {
  await devtools().send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}

/** The person uses a finger, or no longer. */
export async function touch(enabled: boolean): Promise<void> {
  await devtools().send('Emulation.setTouchEmulationEnabled', { enabled, ...(enabled && { maxTouchPoints: 1 }) });
}
