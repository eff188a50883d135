import { createHmac } from 'node:crypto';
import { deliver } from '../../rest/deliver.ts';

/** What is delivered, and how. */
export interface HmsDelivery {
  readonly url: string;
  readonly secret: string;
  /** The event's body, written as the vendor writes it. */
  readonly body: string;
  /** With the secret header, which the vendor passes on as it was configured. */
  readonly headers: Record<string, string>;
}

/** Calls a webhook as 100ms' documentation describes it. @returns the status it was answered with. */
export const deliverHmsWebhook = ({ url, secret, body, headers }: HmsDelivery): Promise<number> => {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return deliver(url, body, { ...headers, 'x-100ms-signature': signature });
};
