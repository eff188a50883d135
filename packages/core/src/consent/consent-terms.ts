import type { Kept, Manifest } from '../contract/room-adapter.ts';
import type { ConsentSubject } from '../messages/content.ts';
import type { Policy } from '../policy/rule.ts';
import type { ConsentTerms } from './consent-text.ts';

/** The longest of these times; null when one of them is not known. */
const longest = (days: readonly (number | null)[]): number | null =>
  days.reduce((most, some) => (most === null || some === null ? null : Math.max(most, some)), 0);

/**
 * What recording or captions mean in this visit, read from the policy and from what the provider says it keeps. Null
 * when the policy allows neither. A vendor that does not say how long it keeps something makes the time unknown.
 */
export const consentTerms = (
  policy: Policy,
  { operatedBy, keeps = [] }: Pick<Manifest, 'operatedBy' | 'keeps'>,
  subject: ConsentSubject,
): ConsentTerms | null => {
  if (subject === 'recording' ? policy.recording === 'none' : !policy.captions) return null;
  const keptByVendor = (what: Kept['what']): number | null => {
    const said = keeps.filter((kept) => kept.what === what).map(({ days }) => days);
    return said.length > 0 || operatedBy === 'host' ? longest(said) : null;
  };
  if (subject === 'captions') {
    return { subject, transcript: false, summary: false, keptDays: keptByVendor('captions') };
  }
  const { transcription: transcript, summaries: summary } = policy;
  // A recording on the clinician's own device never was at the vendor.
  const atVendor = policy.recording === 'cloud' ? [keptByVendor('recording')] : [];
  const written = transcript || summary ? [keptByVendor('transcription')] : [];
  return { subject, transcript, summary, keptDays: longest([policy.keepsDays, ...atVendor, ...written]) };
};
