import { createStore } from '../visit/store.ts';
import { unaskedMatter, type Consent, type ConsentState } from './consent.ts';

/** Consent as a page sees it from the start, although what keeps it loads only for a visit that may be recorded. */
export interface ConsentDoor extends Consent {
  /** From now on this is what keeps it; null when the visit is over. */
  lead(to: Consent | null): void;
}

const nobodyAsked: ConsentState = { recording: unaskedMatter, captions: unaskedMatter };

/** See {@link ConsentDoor}. */
export const createConsentDoor = (): ConsentDoor => {
  const state = createStore(nobodyAsked);
  let behind: Consent | null = null;
  return {
    state,
    ask: (...given) => behind?.ask(...given),
    stopAsking: (...given) => behind?.stopAsking(...given),
    agree: (...given) => behind?.agree(...given),
    decline: (...given) => behind?.decline(...given),
    withdraw: (...given) => behind?.withdraw(...given),
    lead: (to) => {
      behind = to;
      if (to === null) {
        state.set(nobodyAsked);
        return;
      }
      const follow = (): void => {
        if (behind === to) state.set(to.state.get());
      };
      to.state.subscribe(follow);
      follow();
    },
  };
};
