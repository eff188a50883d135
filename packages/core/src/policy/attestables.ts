import type { Policy } from './rule.ts';

/** Something only the clinic can say about itself. */
export interface Attestable {
  /** The row or the requirement it answers. */
  readonly ruleId: string;
  /** Whom it is asked of: everybody, clinics at a vendor, clinics that run the relay, or one provider's customers. */
  readonly provider: 'any' | 'vendor' | 'host' | 'whereby' | '100ms';
  /** Asked only of clinics that record to a bucket. */
  readonly whenRecording?: true;
  /** How long the evidence stays good, in months. */
  readonly months: number;
  /** What has been done, in the clinic's words. */
  readonly says: string;
  readonly remedy: string;
}

/**
 * What no program can read back: the checklist beside the rules. The first two keep visits with real patients out until
 * they are attested, and the third keeps recording locked; what is missing of the others is said in Visit safety and by
 * `quietroom doctor`.
 */
export const attestables: readonly Attestable[] = [
  {
    ruleId: 'Q-VENDOR-AGREEMENT',
    provider: 'vendor',
    months: 12,
    says: 'An agreement about patients’ information is signed with the video vendor.',
    remedy: 'Sign it and record it under `attestations` in the policy, or use synthetic patients.',
  },
  {
    ruleId: 'Q-RELAY-OPERATOR',
    provider: 'host',
    months: 12,
    says: 'Somebody answers for the relay and its server.',
    remedy: 'Record who operates and reviews it under `attestations` in the policy, or use synthetic patients.',
  },
  {
    ruleId: 'H1-09',
    provider: 'vendor',
    whenRecording: true,
    months: 12,
    says: 'Recordings go to a bucket of the clinic’s own, and `quietroom doctor` found nothing wrong with it.',
    remedy: 'Make the bucket with `quietroom bucket`, let the doctor look at it, and note the report.',
  },
  {
    ruleId: 'B-04',
    provider: 'any',
    months: 12,
    says: 'Everybody who touches patients’ information is in a register of agreements: hosting, cloud, error reporting.',
    remedy: 'Keep the register and note where it is.',
  },
  {
    ruleId: 'B-23',
    provider: 'any',
    months: 12,
    says: 'What happens after a breach is written down before one happens.',
    remedy: 'Write the runbook, with who tells whom and by when.',
  },
  {
    ruleId: 'B-24',
    provider: 'any',
    months: 12,
    says: 'One named person answers for information security.',
    remedy: 'Appoint them and note where their appointment is kept, not their name.',
  },
  {
    ruleId: 'B-27',
    provider: 'any',
    months: 12,
    says: 'Procedures are audited and the audit is on file.',
    remedy: 'Audit, and note where the report is.',
  },
  {
    ruleId: 'H2-09',
    provider: 'any',
    months: 12,
    says: 'Those who write to a vendor’s support know to leave patients’ information out.',
    remedy: 'Train them, and note where that is recorded.',
  },
  {
    ruleId: 'W1-01',
    provider: 'whereby',
    months: 12,
    says: 'The plan is one for which Whereby offers its health-information package.',
    remedy: 'Ask Whereby for it; plans without it have none.',
  },
  {
    ruleId: 'W1-02',
    provider: 'whereby',
    months: 12,
    says: 'Whereby’s page on HIPAA was read whole, and its steps for rooms were followed.',
    remedy: 'Read it again and note the day: vendors change such pages.',
  },
  {
    ruleId: 'W1-08',
    provider: 'whereby',
    months: 12,
    says: 'Whereby was asked which further security settings the account needs, and they are set.',
    remedy: 'Ask, set them, and keep the answer.',
  },
  {
    ruleId: 'W1-26',
    provider: 'whereby',
    months: 6,
    says: '“Make chat downloadable” is off in the account’s settings.',
    remedy: 'Switch it off in the account’s settings and note who looked.',
  },
  {
    ruleId: 'W2-08',
    provider: 'whereby',
    months: 13,
    says: 'Whereby’s ISO 27001 certificate was seen and is younger than 13 months.',
    remedy: 'Ask Whereby for the current certificate.',
  },
  {
    ruleId: 'H1-35',
    provider: '100ms',
    months: 12,
    says: 'The workspace was created as one for health information.',
    remedy: 'Create such a workspace: an existing one cannot be changed.',
  },
  {
    ruleId: 'H1-62',
    provider: '100ms',
    months: 6,
    says: 'Webhooks are taken from 100ms’ addresses only.',
    remedy: 'Set the allow-list and note when its addresses were last compared with 100ms’ list.',
  },
  {
    ruleId: 'H1-68',
    provider: '100ms',
    months: 3,
    says: 'Whoever can open the dashboard can join visits: who that is was reviewed this quarter.',
    remedy: 'Review dashboard access and remove whoever does not need it.',
  },
  {
    ruleId: 'H1-70',
    provider: '100ms',
    months: 12,
    says: '100ms was told whether you are a covered entity or a business associate.',
    remedy: 'Tell 100ms and keep the message.',
  },
  {
    ruleId: 'H1-71',
    provider: '100ms',
    months: 13,
    says: '100ms’ SOC 2 Type 2 report was seen and is current.',
    remedy: 'Ask 100ms for the current report.',
  },
  {
    ruleId: 'H1-73',
    provider: '100ms',
    months: 12,
    says: '100ms’ list of sub-processors, and that each is under an agreement, is on file.',
    remedy: 'Ask 100ms for the list.',
  },
  {
    ruleId: 'H1-64',
    provider: '100ms',
    whenRecording: true,
    months: 12,
    says: 'A test recording arrived in the bucket and was looked at: the vendor cannot read it back.',
    remedy: 'Make one and note its key and date.',
  },
];

/** What decides which attestations are asked for. */
export interface Attesting extends Pick<Policy, 'patients' | 'recording'> {
  readonly provider: string;
  readonly operatedBy: 'host' | 'vendor';
}

/** What a clinic must attest. Nothing for invented patients. Pure. */
export const attestationsWanted = ({ patients, recording, provider, operatedBy }: Attesting): readonly Attestable[] =>
  patients === 'synthetic'
    ? []
    : attestables.filter(
        (item) =>
          ['any', operatedBy, provider].includes(item.provider) &&
          (item.whenRecording !== true || recording === 'cloud'),
      );
