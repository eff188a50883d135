import type { Attestation } from './rule.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Whether an attestation counts on a day: it has evidence, was made by then and has not expired. ISO days compare as text. */
export const counts = ({ evidence, on, expires }: Attestation, today: string): boolean =>
  evidence.trim() !== '' && day.test(on) && day.test(expires) && on <= today && today < expires;

/** The rules whose attestation counts on a day, for example `2031-02-03`. Pure. */
export const attestedOn = (attestations: Readonly<Record<string, Attestation>>, today: string): ReadonlySet<string> =>
  new Set(Object.keys(attestations).filter((id) => attestations[id] && counts(attestations[id], today)));
