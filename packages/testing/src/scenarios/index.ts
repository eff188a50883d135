export { consentAsked, visitToRecord, type ConsentScenario } from './asking-consent.ts';
export { captionedVisit, captioning } from './captioned-visit.ts';
export { brokenVisit, endedVisit, refusedVisit } from './after-the-visit.ts';
export {
  clinicianWithKnock,
  connectingPatient,
  failedJoin,
  keptWaitingPatient,
  readyClinician,
  readyPatient,
  waitingPatient,
} from './before-the-visit.ts';
export {
  chatWithDelivery,
  reconnecting,
  sharedScreen,
  visitOfFour,
  visitOfMany,
  visitOfTwo,
  type WithOther,
} from './in-the-visit.ts';
export { syntheticPeople } from './people.ts';
export { scenario, type Scenario, type With } from './scenario.ts';
