import { describeAdapter } from '@quietroom/testing/conformance';
import { clinicUrl, cutRelay, orderPass, restoreRelay } from '../test/live-page.ts';
import { local } from './index.ts';

describeAdapter({
  provider: 'local',
  createAdapter: (room) => local({ url: `${clinicUrl()}/relay`, room }),
  // A port on which nobody listens.
  createUnreachableAdapter: (room) => local({ url: 'ws://127.0.0.1:9/relay', room }),
  passFor: orderPass,
  capacity: 4,
  faults: {
    dropRelay: async () => {
      await cutRelay();
    },
    restoreRelay: async () => {
      await restoreRelay();
    },
  },
});
