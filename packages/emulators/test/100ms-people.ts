import type { HMSConfig, HMSPeer, HMSStore } from '@100mslive/hms-video-store';
import { inject } from 'vitest';
import { enter, type BareClient } from '../src/100ms/bare-client/index.ts';
import { controlHms } from '../src/100ms/control/index.ts';

/** The stand-in of this run. */
export const control = controlHms(inject('hmsUrl'));

const people: BareClient[] = [];

/** What the token and the SDK are told about somebody in a test. */
export const configFor = async (room: string, role: string, userName: string): Promise<HMSConfig> => ({
  authToken: await control.mintToken({ room, role, userId: crypto.randomUUID() }),
  userName,
});

/** Somebody whom `dismiss` will see out. */
export const remember = (person: BareClient): BareClient => {
  people.push(person);
  return person;
};

/** Somebody joins a room, with camera and microphone on unless the settings say otherwise. */
export const come = async (
  room: string,
  role: string,
  userName: string,
  options: Partial<HMSConfig> = {},
): Promise<BareClient> => remember(await enter({ ...(await configFor(room, role, userName)), ...options }));

/** Everybody leaves, and the stand-in forgets what it was told to do and what it heard. */
export const dismiss = async (): Promise<void> => {
  for (const person of people.splice(0)) await person.end();
  await control.clearScript();
  await control.forget();
};

/** A clinician and a patient who see each other in the list. */
export const together = async (options: Partial<HMSConfig> = {}) => {
  const room = await control.createRoom();
  const clinician = await come(room, 'clinician', 'Clinician B2B2', options);
  const patient = await come(room, 'patient', 'Patient C3C3', options);
  await clinician.until((state) => others(state).length === 1);
  await patient.until((state) => others(state).length === 1);
  return { room, clinician, patient };
};

/** Nobody's camera or microphone. */
export const unheard = { settings: { isAudioMuted: true, isVideoMuted: true } };

/** Everybody else in the room. */
export const others = ({ peers }: HMSStore): readonly HMSPeer[] =>
  Object.values(peers).filter(({ isLocal }) => !isLocal);

/** Oneself. */
export const self = (person: BareClient): HMSPeer => {
  const own = Object.values(person.state().peers).find(({ isLocal }) => isLocal);
  if (!own) throw new Error('This person is not in a room.');
  return own;
};

/** The camera of the one other person, once it is there. */
export const otherCamera = async (person: BareClient): Promise<string> => {
  const state = await person.until((now) => {
    const id = others(now)[0]?.videoTrack;
    return id !== undefined && now.tracks[id] !== undefined;
  });
  return others(state)[0]?.videoTrack ?? '';
};

/** One of the store's words, which its types keep apart from text. */
export const spelled = (word: string | undefined): string => word ?? 'none';

/** Where somebody is, in the store's words: `Preview`, `Connected`, `Reconnecting` … */
export const whereabouts = ({ room }: HMSStore): string => room.roomState;
