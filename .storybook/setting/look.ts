import { pseudo } from '@quietroom/react/locales/pseudo';
import type { VisitProviderProps } from '@quietroom/react';

/** What the toolbar says of how a story looks; what it leaves to the story is not in it. */
export type Look = Pick<VisitProviderProps, 'locale' | 'theme' | 'messages'>;

let look: Look = {};
const listeners = new Set<() => void>();

/** The look of every story on the page. It may change while they are shown, and restarts no visit. */
export const looking = {
  get: (): Look => look,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  set: (next: Look): void => {
    if (next.locale === look.locale && next.theme === look.theme) return;
    look = next;
    for (const listener of listeners) listener();
  },
};

/** A language and a theme as the toolbar names them. */
export const lookOf = (locale: unknown, theme: unknown): Look => ({
  ...(typeof locale === 'string' && locale !== '' ? { locale } : {}),
  ...(locale === pseudo.locale ? { messages: pseudo } : {}),
  ...(theme === 'light' || theme === 'dark' || theme === 'contrast' ? { theme } : {}),
});
