import { describeAdapter } from '@quietroom/testing/conformance';
import { adapterFor, adapterForNobody, cutSignalling, leadToStandIn, restoreSignalling } from '../test/clinic-rooms.ts';

leadToStandIn();

describeAdapter({
  provider: 'whereby',
  createAdapter: adapterFor,
  createUnreachableAdapter: adapterForNobody,
  // The vendor's client takes no pass: the room's key, and whoever has it, decide who comes in.
  door: 'vendor',
  passFor: () => Promise.resolve('no pass is asked for'),
  faults: { dropRelay: cutSignalling, restoreRelay: restoreSignalling },
});
