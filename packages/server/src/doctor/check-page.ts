import { usHipaa } from '@quietroom/core';
import { evaluate, textOfRule } from '@quietroom/core/policy';
import type { DeploymentFinding } from '../vendor/deployment-finding.ts';
import { factsBeforeConnecting } from './facts-before-connecting.ts';
import { notChecked, type Check } from './check.ts';
import { headerRuleIds, lintPageHeaders } from './page-headers.ts';
import { isLoopback, parseWebUrl } from './web-url.ts';

/** Rules of core's table that look at the page alone. */
const pageRules = ['Q-SECURE-PAGE', 'Q-NEUTRAL-PATH'];

/** Whether the visit page is served as it should be: over TLS, at a neutral path, with headers that keep it closed. */
export const checkPage: Check = {
  name: 'page',
  title: 'the visit page and its headers',
  without: () => null,
  async run({ page, provider }, { fetch, timeoutMilliseconds }) {
    const url = parseWebUrl(page);
    const remedy = 'Give the address of a visit page under `page`.';
    if (url === null) return notChecked('Q-SECURE-PAGE', 'No address of a visit page was given.', remedy);
    const facts = {
      ...factsBeforeConnecting(provider),
      page: { secure: url.protocol === 'https:' || isLoopback(url), path: url.pathname },
    };
    const findings: DeploymentFinding[] = evaluate(usHipaa, facts, ['page'])
      .filter(({ ruleId }) => pageRules.includes(ruleId))
      .map(({ ruleId, verdict }) => {
        const { says, remedy: change } = textOfRule(ruleId);
        return { ruleId, verdict, says, remedy: change };
      });
    const rules = [...pageRules, ...headerRuleIds];
    let response;
    try {
      response = await fetch(url, {
        headers: { accept: 'text/html' },
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMilliseconds),
      });
      await response.body?.cancel();
    } catch {
      const says = 'The visit page did not answer, so its headers were not read.';
      findings.push(...headerRuleIds.map((ruleId) => ({ ruleId, verdict: 'unknown' as const, says, remedy })));
      return { rules, findings };
    }
    if (!response.ok) {
      const says = `The visit page answered with status ${response.status} instead of a page, so its headers were not judged.`;
      findings.push(...headerRuleIds.map((ruleId) => ({ ruleId, verdict: 'unknown' as const, says, remedy })));
      return { rules, findings };
    }
    findings.push(...lintPageHeaders(response.headers, url.host));
    return { rules, findings };
  },
};
