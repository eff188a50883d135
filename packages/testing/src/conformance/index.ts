export type { AdapterUnderTest, PassRequest } from './adapter-under-test.ts';
export { describeAdapter } from './describe-adapter.ts';
export {
  admit,
  eventually,
  everybodyLeaves,
  openPage,
  type AdapterPage,
  type OpenPageOptions,
} from './adapter-page.ts';
export { captioning, expectCaptions, type CaptionSomebody } from './expect-captions.ts';
export {
  admits,
  announcementOf,
  dropsOf,
  idOf,
  openClinic,
  othersOf,
  verified,
  type Clinic,
  type Patron,
  type VisitOfOptions,
} from './clinic.ts';
