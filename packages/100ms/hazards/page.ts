import { arrive, type BareClient } from '@quietroom/emulators/100ms/bare-client';
import { controlHms } from '@quietroom/emulators/100ms/control';
import { redirectHms } from '@quietroom/emulators/100ms/redirect';
import { inject } from 'vitest';

/** The stand-in that all hazards are shown against. */
export const control = controlHms(inject('hmsUrl'));

/** Leads the vendor's hosts to the stand-in. Before the SDK is loaded. */
export const redirect = (): void => {
  if (redirectHms({ origin: inject('hmsUrl') }) === null) throw new Error('This page is not on this machine.');
};

/** What the SDK is told about somebody, with a token for a role of a room. Invented people only. */
export const configFor = async (room: string, role: string, userName = 'Zylphia Quonsett') => ({
  authToken: await control.mintToken({ room, role, userId: crypto.randomUUID() }),
  userName,
});

/** Nobody's camera or microphone. */
export const unheard = { settings: { isAudioMuted: true, isVideoMuted: true } };

/** Somebody in a new room or a given one, quiet unless said otherwise. */
export const come = async (
  options: { room?: string; role?: string; userName?: string; settings?: object } = {},
): Promise<BareClient & { readonly room: string; readonly peer: () => string }> => {
  const { role = 'clinician', userName } = options;
  const room = options.room ?? (await control.createRoom());
  const person = await arrive(role);
  await person.actions.join({ ...(await configFor(room, role, userName)), ...unheard, ...options });
  await person.until((state) => state.room.isConnected === true);
  return { ...person, room, peer: () => person.state().room.localPeer };
};

/** Whether a promise is still open after a while in which a local server has long answered. */
export const staysOpen = async (promise: Promise<unknown>, milliseconds = 1_500): Promise<boolean> => {
  const open = Symbol('open');
  const while_ = new Promise((resolve) => setTimeout(resolve, milliseconds, open));
  return (await Promise.race([promise.catch(() => undefined), while_])) === open;
};

const levels = ['log', 'debug', 'info', 'warn', 'error', 'timeEnd', 'time'] as const;

/** Everything that is written to the console until `stop`, as text. */
export const overhear = (): { readonly text: () => string; readonly stop: () => void } => {
  const heard: string[] = [];
  const plain = levels.map((level) => [level, Object.getOwnPropertyDescriptor(console, level)] as const);
  for (const level of levels) {
    Object.defineProperty(console, level, {
      configurable: true,
      writable: true,
      value: (...words: unknown[]) => {
        heard.push(words.map(spell).join(' '));
      },
    });
  }
  return {
    text: () => heard.join('\n'),
    stop: () => {
      for (const [level, descriptor] of plain) if (descriptor) Object.defineProperty(console, level, descriptor);
    },
  };
};

const spell = (word: unknown): string => {
  if (typeof word === 'string') return word;
  try {
    return JSON.stringify(word);
  } catch {
    return String(word);
  }
};
