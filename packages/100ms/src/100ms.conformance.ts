import { describeAdapter } from '@quietroom/testing/conformance';
import { adapterFor, adapterForNobody, cutSignalling, leadToStandIn, restoreSignalling } from '../test/clinic-rooms.ts';
import { passOf } from '../test/unsigned-pass.ts';

leadToStandIn();

describeAdapter({
  provider: '100ms',
  createAdapter: adapterFor,
  createUnreachableAdapter: adapterForNobody,
  // The vendor checks its own token; the visit pass counts between people.
  door: 'vendor',
  passFor: passOf,
  faults: { dropRelay: cutSignalling, restoreRelay: restoreSignalling },
});
