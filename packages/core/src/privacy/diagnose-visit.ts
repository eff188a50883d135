import type { Visit } from '../visit/visit.ts';

/**
 * What somebody who helps with a broken visit needs, as text for a ticket: states, counts, codes of failures and names
 * of rules. By construction nothing else: no name, no pseudonym, no id, no device's label, no address, no message and no
 * clock time (45 CFR 164.502(b)).
 */
export const diagnoseVisit = (
  visit: Pick<Visit, 'provider' | 'manifest' | 'policy' | 'role' | 'state' | 'media' | 'facts' | 'audit' | 'messages'>,
): string => {
  const { phase, order, participants, knockOrder, room, self, findings } = visit.state.get();
  const media = visit.media.state.get();
  const facts = visit.facts.get();
  const count = <Value>(values: readonly Value[], say: (value: Value) => string): string => {
    const counted = new Map<string, number>();
    for (const value of values) counted.set(say(value), (counted.get(say(value)) ?? 0) + 1);
    return [...counted].map(([what, times]) => `${what} ${String(times)}`).join(', ') || 'none';
  };
  const error = phase.name === 'ended' ? [phase.reason, phase.error?.code].filter(Boolean).join(' ') : '';
  const sourceOf = (source: 'microphone' | 'camera' | 'screen'): string => {
    const state = media[source];
    return `${source} ${state.status}${state.status === 'failed' ? ` ${state.error.code}` : ''}, ${self.sending[source] ? 'sent' : 'not sent'}`;
  };
  const people = order.map((id) => participants[id]).filter((person) => person !== undefined);
  const { conversations } = visit.messages.state.get();
  const messages = Object.values(conversations).flatMap((conversation) => conversation.messages);
  const events = visit.audit.get();
  const failures = events.flatMap((event) => ('error' in event ? [event.error] : []));
  return [
    `provider: ${visit.provider}${visit.manifest.sdk === null ? '' : `, ${visit.manifest.sdk.name}`}`,
    `policy: patients ${visit.policy.patients}, chat ${visit.policy.chat}, recording ${visit.policy.recording}`,
    `this page: ${visit.role}, ${self.verified ? 'proved' : 'not proved'}`,
    `phase: ${phase.name}${error === '' ? '' : ` (${error})`}`,
    `people: ${count(people, ({ role, verified, quality }) => `${role} ${verified ? 'proved' : 'not proved'} ${quality}`)}`,
    `at the door: ${String(knockOrder.length)}`,
    `room: locked ${String(room.locked)}, recording ${String(room.recording)}, captions ${String(room.captions)}, streaming ${String(room.streaming)}`,
    `devices: ${(['microphone', 'camera', 'screen'] as const).map(sourceOf).join('; ')}`,
    `found: ${count(media.devices.microphone, () => 'microphone')}; ${count(media.devices.camera, () => 'camera')}`,
    `messages: ${count(messages, ({ delivery }) => delivery)}`,
    `page: ${facts.page.secure ? 'secure' : 'not secure'}, media ${facts.mediaStopped ? 'stopped' : 'not stopped'}`,
    `rules: ${count(findings, ({ ruleId, verdict }) => `${ruleId} ${verdict}`)}`,
    `failures: ${count(failures, (code) => code)}`,
    `events: ${count(events, ({ type }) => type)}`,
  ].join('\n');
};
