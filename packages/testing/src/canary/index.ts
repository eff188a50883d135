export { createCanary, realisticCanary, type Canary } from './canary.ts';
export {
  expectNoPhi,
  PersonalDataFound,
  type CanaryReport,
  type Exception,
  type ExpectNoPhiOptions,
} from './expect-no-phi.ts';
export type { Form } from './forms.ts';
export { createMatcher, type Match } from './matcher.ts';
export { sinks, type Sink } from './sinks.ts';
export { watchForPersonalData, type Finding, type SinkCounts, type Watch, type WatchOptions } from './watch.ts';
