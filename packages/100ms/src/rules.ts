import type { AdapterRule, Facts, Verdict } from '@quietroom/core';
import type { HmsFacts } from './facts.ts';

const factOf = ({ room }: Facts, name: keyof HmsFacts): boolean | 'unknown' => room.of?.['100ms']?.[name] ?? 'unknown';
const wants = (value: boolean | 'unknown', met: boolean): Verdict =>
  value === 'unknown' ? 'unknown' : value === met ? 'met' : 'broken';

/** The rows of the table that only the facts of 100ms can show. */
export const rules: readonly AdapterRule[] = [
  {
    id: 'H1-35',
    stage: 'connected',
    effect: 'refuse-join',
    source: '100ms HIPAA guide, “Creating workspace”',
    check: (facts, { patients }) => (patients === 'synthetic' ? 'met' : wants(factOf(facts, 'healthWorkspace'), true)),
    says: 'The vendor’s workspace may not be one for health information.',
    remedy: 'Make the room in a workspace for health information.',
  },
  {
    id: 'H1-45',
    stage: 'live',
    effect: 'stop-media',
    source: '100ms HIPAA guide, “Template settings”',
    check: (facts) => wants(factOf(facts, 'mayStream'), false),
    says: 'A role of the vendor’s template may stream to the outside.',
    remedy: 'Take `hlsStreaming` and `rtmpStreaming` away from every role of the template.',
  },
  {
    id: 'H1-46',
    stage: 'live',
    effect: 'stop-media',
    source: '100ms HIPAA guide, “Template settings”',
    check: (facts) => wants(factOf(facts, 'otherRecording'), false),
    says: 'The vendor may record by track or by stream.',
    remedy: 'Stop it in the vendor’s dashboard, and switch it off in the template.',
  },
];
