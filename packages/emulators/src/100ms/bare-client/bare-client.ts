import type { HMSConfig, HMSReactiveStore, HMSStore } from '@100mslive/hms-video-store';
import { eventually } from '../../stand-in/eventually.ts';
import { loadBareClient } from './load-bare-client.ts';

/** One person in the test's page, on the vendor's store as it is. */
export interface BareClient {
  readonly store: HMSReactiveStore;
  readonly actions: ReturnType<HMSReactiveStore['getActions']>;
  /** What the store says now. */
  state(): HMSStore;
  /** Waits until it is so. */
  until(what: (state: HMSStore) => boolean): Promise<HMSStore>;
  /** Leaves for good. */
  end(): Promise<void>;
}

/** The store's words for where a person is. They come with the SDK, which is loaded late. */
const outside = new Set(['Disconnected', 'Failed']);

/** A person who has neither previewed nor joined. The SDK is loaded by the first call and told to keep its mouth shut. */
export const arrive = async (name = 'somebody'): Promise<BareClient> => {
  const { HMSLogLevel, HMSReactiveStore: Store } = await loadBareClient();
  const store = new Store();
  store.triggerOnSubscribe();
  const actions = store.getActions();
  actions.setLogLevel(HMSLogLevel.NONE);
  const state = () => store.getStore().getState();
  const until = async (what: (state: HMSStore) => boolean) => {
    await eventually(() => what(state()), `${name}: ${what.toString()}`);
    return state();
  };
  return {
    store,
    actions,
    state,
    until,
    end: async () => {
      if (!outside.has(state().room.roomState)) await actions.leave();
    },
  };
};

/** Joins with a fake camera and microphone, on unless the settings say otherwise. */
export const enter = async (config: HMSConfig): Promise<BareClient> => {
  const person = await arrive(config.userName);
  await person.actions.join(config);
  await person.until(({ room }) => room.isConnected === true);
  return person;
};
