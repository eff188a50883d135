import { roles } from '@quietroom/core';
import type { FakeRoomOptions } from '@quietroom/testing';
import { looking } from './look.ts';

type Globals = Readonly<Record<string, unknown>>;

/** What of a story's visit the toolbar changes, as a word to compare: another word, another visit. */
export const visitWord = ({ policy, role, provider }: Globals): string => JSON.stringify([policy, role, provider]);

/** The parameter `setting` of every story: see `packages/react/test/scenario-story.tsx`. */
export const setting = {
  look: looking,
  roomOf: async ({ policy, role, provider }: Globals): Promise<FakeRoomOptions> => {
    // Neither is in the way of a story that leaves the toolbar alone.
    const policyOf = async () => (await import('./policies.ts')).policies[String(policy)];
    const providerOf = async () => (await import('./providers.ts')).providers[String(provider)];
    const chosenPolicy = policy ? await policyOf() : undefined;
    const chosenProvider = provider ? await providerOf() : undefined;
    const chosenRole = roles.find((one) => one === role);
    return {
      ...(chosenPolicy && { policy: chosenPolicy }),
      ...(chosenProvider && { standsInFor: chosenProvider }),
      ...(chosenRole && { role: chosenRole }),
    };
  },
};
