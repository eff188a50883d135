import { createHmac } from 'node:crypto';
import { deliver } from '../../rest/deliver.ts';

/** What is delivered, and how. */
export interface WherebyDelivery {
  readonly url: string;
  readonly secret: string;
  /** The event's body, written as the vendor writes it. */
  readonly body: string;
  /** When it is signed, in milliseconds since the epoch. Default: now. */
  readonly at?: number;
  readonly headers?: Record<string, string>;
}

/** Calls a webhook as Whereby's reference describes it. @returns the status it was answered with. */
export const deliverWherebyWebhook = ({ url, secret, body, at = Date.now(), headers = {} }: WherebyDelivery) => {
  const time = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return deliver(url, body, { ...headers, 'whereby-signature': `t=${time},v1=${signature}` });
};
