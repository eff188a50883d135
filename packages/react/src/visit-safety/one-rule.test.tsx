import { demonstration, Refusal, type Decision, type Policy } from '@quietroom/core';
import { createSafetyReport } from '@quietroom/core/policy';
import { visitOfTwo, visitToRecord, type Scenario } from '@quietroom/testing';
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { useDecision } from '../hooks/use-decision.ts';
import { VideoRoom } from '../video-room/video-room.tsx';
import { VisitProvider } from '../visit-context/visit-provider.tsx';

/** A clinician’s visit under a policy, asked in every way there is whether it may be recorded. */
const under = async (policy: Policy, { visit, room, ready }: Scenario) => {
  await ready;
  let hook: Decision | undefined;
  const Probe = () => {
    hook = useDecision('setRecording');
    return null;
  };
  render(
    <>
      <VideoRoom visit={visit} roster={room.roster} />
      <VisitProvider visit={visit}>
        <Probe />
      </VisitProvider>
    </>,
  );
  const toolbar = await screen.findByRole('toolbar', { name: 'Visit controls' });
  const keyboard = userEvent.setup();
  await keyboard.click(within(toolbar).getByRole('button', { name: /^More/ }));
  if (policy.recording !== 'none') await within(toolbar).findByRole('button', { name: /^Start recording/ });
  const reached: string[] = [];
  const controls = within(toolbar).getAllByRole('button');
  controls[0]?.focus();
  for (const _control of controls) {
    reached.push(document.activeElement?.textContent ?? '');
    await keyboard.keyboard('{ArrowRight}');
  }
  const refused = await visit.perform({ type: 'setRecording', on: true }).catch((error: unknown) => error);
  const { rules, policy: written } = createSafetyReport({
    policy,
    facts: visit.facts.get(),
    manifest: visit.manifest,
    rules: visit.rules,
    today: '2031-02-03',
  });
  return {
    toolbar: within(toolbar).queryByRole('button', { name: /^Start recording/ }) !== null,
    keyboard: reached.some((label) => label.startsWith('Start recording')),
    hook: hook?.allowed === false ? hook.ruleId : 'allowed',
    api: refused instanceof Refusal ? refused.ruleId : 'allowed',
    asked: room.asks.some(({ type }) => type === 'setRecording'),
    consent: visit.consent.state.get().recording.text?.english.join(' ') ?? null,
    safety: written.recording,
    loosened: rules.some(({ loosened }) => loosened !== null),
  };
};

it('a rule that is changed in the policy changes everywhere', async () => {
  const none = await under(demonstration, visitOfTwo({ role: 'clinician' }));
  expect(none).toEqual({
    toolbar: false,
    keyboard: false,
    hook: 'W1-18',
    api: 'W1-18',
    asked: false,
    consent: null,
    safety: 'none',
    loosened: false,
  });
});

it('and back again', async () => {
  const policy: Policy = { ...demonstration, recording: 'cloud', keepsDays: 45 };
  const cloud = await under(policy, visitToRecord(policy));
  expect(cloud).toMatchObject({
    toolbar: true,
    keyboard: true,
    hook: 'Q-CONSENT-FIRST',
    api: 'Q-CONSENT-FIRST',
    asked: false,
    safety: 'cloud',
  });
  expect(cloud.consent).toMatch(/45 days/);
});
