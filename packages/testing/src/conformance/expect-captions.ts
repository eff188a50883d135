import { demonstration, type Policy, type Visit } from '@quietroom/core';
import { expect } from 'vitest';
import { eventually } from './adapter-page.ts';
import { admits, idOf, verified, type Clinic } from './clinic.ts';

/** The policy of a clinic that captions. */
export const captioning: Policy = { ...demonstration, captions: true };

/** Has a provider's stand-in caption somebody: the same utterance again as it grows. */
export type CaptionSomebody = (
  speaker: string,
  text: string,
  how: { readonly utterance: string; readonly final: boolean },
) => Promise<void>;

const textsIn = (page: Visit): string[] => page.captions.state.get().map(({ text }) => text);
const kept = (): string =>
  [localStorage, sessionStorage].map((storage) => JSON.stringify(storage)).join() + document.cookie;

/**
 * What core promises of captions, over one provider: everybody reads whose words they are, as they grow; words of somebody
 * who is not in the visit are not shown; nothing of them is stored, and all of them go when captions stop.
 * @param forge has somebody's client, if the provider lets it, say what somebody else has said
 */
export const expectCaptions = async (
  clinic: Clinic,
  say: CaptionSomebody,
  forge: (from: string, speaker: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  const open = (role: 'clinician' | 'patient' | 'family') => clinic.visitOf(role, { policy: captioning });
  const [clinician, patient, outside] = [open('clinician'), open('patient'), open('family')];
  await clinician.join();
  await admits(clinician, patient);
  await eventually(() => verified(clinician, 'patient') !== undefined && verified(patient, 'clinician') !== undefined);
  await eventually(() => clinician.consent.state.get().captions.text !== null);
  clinician.consent.ask('captions', { language: 'en' });
  await eventually(() => patient.consent.state.get().captions.own === 'asked');
  patient.consent.agree('captions', { language: 'en' });
  await eventually(() => clinician.consent.state.get().captions.ready);
  await clinician.perform({ type: 'setCaptions', on: true });
  await eventually(() => patient.state.get().room.captions === true);
  await outside.join();

  await say(idOf(patient), 'Take the', { utterance: '1', final: false });
  await eventually(() => textsIn(clinician).includes('Take the'));
  await say(idOf(patient), 'Take the quillmoor drops?', { utterance: '1', final: true });
  await say(idOf(outside), 'I am outside.', { utterance: '2', final: true });
  await say('nobody-at-all', 'I am nobody.', { utterance: '3', final: true });
  await forge(idOf(clinician), idOf(patient));
  await forge(idOf(outside), idOf(patient));
  await say(idOf(clinician), 'At noon.', { utterance: '4', final: true });
  await eventually(() => [clinician, patient].every((page) => textsIn(page).includes('At noon.')));
  expect(clinician.captions.state.get()).toMatchObject([
    { speaker: idOf(patient), text: 'Take the quillmoor drops?' },
    { speaker: 'self', text: 'At noon.' },
  ]);
  expect(patient.captions.state.get()).toMatchObject([
    { speaker: 'self', text: 'Take the quillmoor drops?' },
    { speaker: idOf(clinician), text: 'At noon.' },
  ]);
  expect(outside.captions.state.get()).toEqual([]);
  expect(kept()).not.toContain('quillmoor');
  expect(JSON.stringify([clinician, patient].map(({ audit }) => audit.get()))).not.toContain('quillmoor');

  await clinician.perform({ type: 'setCaptions', on: false });
  await eventually(() => [clinician, patient].every((page) => textsIn(page).length === 0));
};
