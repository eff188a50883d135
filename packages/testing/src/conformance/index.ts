export type { AdapterUnderTest, PassRequest } from './adapter-under-test.ts';
export { describeAdapter } from './describe-adapter.ts';
