import { describe, expect, it } from 'vitest';
import type { Manifest } from '../contract/room-adapter.ts';
import { demonstration } from '../policy/presets.ts';
import type { Policy } from '../policy/rule.ts';
import { consentTerms } from './consent-terms.ts';
import { createConsentText, sayInEnglish, statementsOf } from './consent-text.ts';

const recording: Policy = { ...demonstration, recording: 'cloud', keepsDays: 30 };
const vendor: Pick<Manifest, 'operatedBy' | 'keeps'> = {
  keeps: [
    { what: 'recording', days: 7, source: 'a page' },
    { what: 'transcription', days: 14, source: 'a page' },
    { what: 'transcription', days: 0, source: 'another page' },
    { what: 'captions', days: 0, source: 'a page' },
  ],
};
const words = (policy: Policy, manifest = vendor, subject: 'recording' | 'captions' = 'recording'): string => {
  const terms = consentTerms(policy, manifest, subject);
  return terms === null ? 'nothing' : statementsOf(terms).map(sayInEnglish).join(' ');
};

describe('what people are asked to agree to', () => {
  it('is nothing where the policy has no recording and no captions', () => {
    expect(words(demonstration)).toBe('nothing');
    expect(words(demonstration, vendor, 'captions')).toBe('nothing');
  });

  it('names shared screens', () => {
    expect(words(recording)).toMatch(/picture and the sound of everybody .* every screen that is shared/);
  });

  it('names the longest time that anything is kept by anybody', () => {
    expect(words(recording)).toContain('up to 30 days');
    expect(words({ ...recording, keepsDays: 2 })).toContain('up to 7 days');
    expect(words({ ...recording, keepsDays: 2, recording: 'local' })).toContain('up to 2 days');
    expect(words({ ...recording, keepsDays: 1, recording: 'local' })).toContain('up to 1 day.');
    // Two pages of a vendor that contradict each other: the longer counts.
    expect(words({ ...recording, keepsDays: 2, transcription: true })).toContain('up to 14 days');
    expect(words({ ...demonstration, captions: true }, vendor, 'captions')).toContain('Nothing of it is kept');
  });

  it('says so when a time is not known', () => {
    const unknown = 'How long it is kept is not known';
    expect(words({ ...recording, keepsDays: null })).toContain(unknown);
    expect(words(recording, {})).toContain(unknown);
    expect(words(recording, { operatedBy: 'host' })).toContain('up to 30 days');
    expect(words({ ...demonstration, captions: true }, {}, 'captions')).toContain(unknown);
  });

  it('says when a machine writes it down or sums it up', () => {
    expect(words(recording)).not.toMatch(/writes down|sums up/);
    expect(words({ ...recording, transcription: true })).toContain('writes down');
    expect(words({ ...recording, transcription: true, summaries: true })).toContain('sums up');
    expect(words({ ...demonstration, captions: true }, vendor, 'captions')).toContain(
      'do not replace a qualified interpreter',
    );
  });

  it('has another hash for every other policy that people would read differently', async () => {
    const policies: readonly Policy[] = [
      recording,
      { ...recording, keepsDays: 31 },
      { ...recording, transcription: true },
      { ...recording, transcription: true, summaries: true },
      { ...recording, keepsDays: null },
    ];
    const hashes = await Promise.all(
      policies.map(async (policy) => {
        const terms = consentTerms(policy, vendor, 'recording');
        return terms === null ? '' : (await createConsentText(terms, { crypto })).hash;
      }),
    );
    expect(new Set(hashes).size).toBe(policies.length);
    for (const hash of hashes) expect(hash).toMatch(/^[\w-]{43}$/);
    const again = consentTerms(recording, vendor, 'recording');
    expect(again === null ? '' : (await createConsentText(again, { crypto })).hash).toBe(hashes[0]);
  });
});
