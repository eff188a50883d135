import type { Manifest } from '../contract/room-adapter.ts';
import type { RoomActionType } from '../contract/room-action.ts';
import { attestationsWanted } from './attestables.ts';
import { attestedOn } from './attested.ts';
import { textOfRule } from './rule-texts.ts';
import type { AdapterRule, Effect, Facts, Policy, RuleText, Verdict } from './rule.ts';
import { standingRules } from './standing-rules.ts';

/** One row of the table, as it stands. */
export interface RuleStanding extends RuleText {
  readonly ruleId: string;
  readonly verdict: Verdict;
  readonly effect: Effect;
  /** The reason in writing, where the policy has loosened it. */
  readonly loosened: string | null;
}

/** Something the clinic attests, or should. */
export interface AttestationStanding {
  readonly ruleId: string;
  readonly says: string;
  readonly remedy: string;
  readonly standing: 'counts' | 'expired' | 'missing';
  readonly evidence: string | null;
  readonly on: string | null;
  readonly expires: string | null;
}

/**
 * What is known about the safety of a visit, how, and what is not: plain data without a person, an id or an address in
 * it. It may be shown, kept and sent. It is no certificate.
 */
export interface SafetyReport {
  /** The day it was made, for example `2031-02-03`. */
  readonly on: string;
  readonly provider: string;
  readonly operatedBy: 'host' | 'vendor';
  readonly eligibility: NonNullable<Manifest['eligibility']> | null;
  readonly sdk: Manifest['sdk'];
  readonly policy: Pick<
    Policy,
    'name' | 'patients' | 'programme' | 'chat' | 'recording' | 'transcription' | 'summaries' | 'captions' | 'off'
  >;
  readonly rules: readonly RuleStanding[];
  readonly attestations: readonly AttestationStanding[];
  /** What an adapter's own tests have shown, and which. */
  readonly verified: Manifest['verified'];
  /** Who refuses each command if a page's code is replaced by a hostile one. */
  readonly refusedBy: readonly { readonly action: RoomActionType; readonly by: string }[];
  readonly unknown: readonly string[];
}

/** What a report is made from. */
export interface SafetySources {
  readonly policy: Policy;
  readonly facts: Facts;
  readonly manifest: Manifest;
  /** The rows that the adapter adds. */
  readonly rules: readonly AdapterRule[];
  /** Today, for example `2031-02-03`. */
  readonly today: string;
}

/** See {@link SafetyReport}. Pure. */
export const createSafetyReport = ({ policy, facts, manifest, rules, today }: SafetySources): SafetyReport => {
  const counting = attestedOn(policy.attestations, today);
  return {
    on: today,
    provider: facts.provider,
    operatedBy: facts.operatedBy,
    eligibility: manifest.eligibility ?? null,
    sdk: manifest.sdk,
    policy: {
      name: policy.name,
      patients: policy.patients,
      programme: policy.programme,
      chat: policy.chat,
      recording: policy.recording,
      transcription: policy.transcription,
      summaries: policy.summaries,
      captions: policy.captions,
      off: policy.off,
    },
    rules: [...standingRules, ...rules].map((rule) => {
      const { source, says, remedy } = textOfRule(rule.id, rules);
      const loosened = rule.fixed === true ? null : (policy.loosened[rule.id] ?? null);
      return {
        ruleId: rule.id,
        verdict: rule.check(facts, policy),
        effect: rule.effect,
        loosened,
        source,
        says,
        remedy,
      };
    }),
    attestations: attestationsWanted({ ...policy, provider: facts.provider, operatedBy: facts.operatedBy }).map(
      ({ ruleId, says, remedy }) => {
        const made = policy.attestations[ruleId];
        const standing = counting.has(ruleId) ? 'counts' : made === undefined ? 'missing' : 'expired';
        const { evidence = null, on = null, expires = null } = made ?? {};
        return { ruleId, says, remedy, standing, evidence, on, expires };
      },
    ),
    verified: manifest.verified,
    refusedBy: (Object.keys(manifest.enforcedBy) as RoomActionType[]).map((action) => ({
      action,
      by: manifest.enforcedBy[action] ?? 'nobody',
    })),
    unknown: manifest.unknown,
  };
};
