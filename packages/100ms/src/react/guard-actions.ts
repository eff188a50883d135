import type { HMSActions } from '@100mslive/hms-video-store';
import { Refusal, type Feature } from '@quietroom/core';
import { vendorActions } from './vendor-actions.ts';

const refuse = (action: string, feature: Feature): never => {
  throw new Refusal(feature, {
    allowed: false,
    ruleId: 'Q-VENDOR-ACTIONS',
    remedy: `The vendor’s own \`${action}\` passes no gate. Ask the visit: \`visit.perform\`, \`visit.messages\`, \`visit.join\` and \`visit.leave\` do what is allowed.`,
    control: 'absent',
  });
};

const classOf = (action: string): 'passes' | Feature | null =>
  Object.hasOwn(vendorActions, action) ? vendorActions[action as keyof HMSActions] : null;

/**
 * The vendor's actions as far as they read, or concern one tile of this page. Everything else throws: what is known of it
 * and what a later version may bring.
 */
export const guardActions = (actions: HMSActions): HMSActions =>
  new Proxy(actions, {
    get: (target, name): unknown => {
      if (typeof name === 'symbol') return undefined;
      // Told by the vendor's provider which React it runs on; nothing here wants to know.
      if (name === 'setFrameworkInfo') return () => undefined;
      const kind = classOf(name);
      if (kind === 'passes') {
        const own: unknown = Reflect.get(target, name);
        return typeof own === 'function' ? (own.bind(target) as unknown) : own;
      }
      // `then` would make a promise of it.
      if (kind === null && !Reflect.has(target, name)) return undefined;
      const refused = () => refuse(name, kind ?? 'publish');
      return new Proxy(refused, { get: refused });
    },
    set: (_target, name) => refuse(String(name), 'publish'),
  });
