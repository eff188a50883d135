import type { DeploymentFinding } from '../vendor/deployment-finding.ts';
import { notChecked, type Check, type CheckTools } from './check.ts';
import { createProbes, webhookRules, type Probe } from './webhook-probe.ts';
import { isLoopback, parseWebUrl } from './web-url.ts';

const remedy = 'Answer webhooks through the kit’s verifier, on the raw bytes, before anything else reads them.';

/** How an endpoint answered; null when it did not, or as something that is neither yes nor no. */
type Answer = 'accepted' | 'refused' | null;

const send = async (
  url: URL,
  { body, headers }: Probe,
  { fetch, timeoutMilliseconds }: CheckTools,
): Promise<Answer> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers,
      // A redirect would carry the secret headers elsewhere.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    await response.body?.cancel();
    if (response.ok) return 'accepted';
    return [400, 401, 403].includes(response.status) ? 'refused' : null;
  } catch {
    return null;
  }
};

/** Whether the endpoint takes what the vendor sends and nothing else: probed with good and tampered calls. */
export const checkWebhook: Check = {
  name: 'webhook',
  title: 'the webhook endpoint, with good and tampered calls',
  without: ({ provider, webhook }) => {
    if (provider === 'local') return 'The local adapter sends no webhooks.';
    return webhook === null ? 'The deployment takes no webhooks.' : null;
  },
  async run({ webhook, provider }, tools) {
    const vendor = provider === '100ms' ? '100ms' : 'whereby';
    const { signature, secretHeaders, transport } = webhookRules[vendor];
    const url = parseWebUrl(webhook?.url);
    if (!webhook || url === null || webhook.vendor !== provider) {
      return notChecked(
        signature,
        'No webhook endpoint was given.',
        'Describe it under `webhook`, or say null when the vendor calls none.',
      );
    }
    if (url.protocol !== 'https:' && !isLoopback(url)) {
      const says =
        'The webhook endpoint is not HTTPS, so it was not called: the secret headers would be sent in the clear.';
      const overTls = 'Serve it over HTTPS and register that address with the vendor.';
      return { rules: [transport], findings: [{ ruleId: transport, verdict: 'broken', says, remedy: overTls }] };
    }
    const judged = new Set([transport]);
    const findings: DeploymentFinding[] = [];
    if (vendor === '100ms' && Object.keys(webhook.headers).length === 0) {
      const says = 'No secret header is set up, so the signature is the only thing that tells the vendor from others.';
      judged.add(secretHeaders);
      findings.push({
        ruleId: secretHeaders,
        verdict: 'broken',
        says,
        remedy: 'Set one up in the vendor’s dashboard.',
      });
    }
    // One after the other: an endpoint that limits how often it is called must not look careless.
    for (const probe of await createProbes(webhook, tools.now(), crypto)) {
      judged.add(probe.ruleId);
      const answer = await send(url, probe, tools);
      if (answer === probe.wanted) continue;
      if (answer === null) {
        const says = 'The webhook endpoint did not answer with yes (2xx) or no (400, 401, 403).';
        findings.push({ ruleId: probe.ruleId, verdict: 'unknown', says, remedy });
        break;
      }
      findings.push({ ruleId: probe.ruleId, verdict: 'broken', says: `The webhook endpoint: ${probe.says}`, remedy });
      // An endpoint that refuses even the good event tells nothing by refusing the bad ones.
      if (probe.wanted === 'accepted') break;
    }
    return { rules: [...judged], findings };
  },
};
