import { announcerWords } from '../announcer/words.es.ts';
import { captionsWords } from '../captions/words.es.ts';
import { consentWords } from '../consent/words.es.ts';
import { effectsWords } from '../effects/words.es.ts';
import { copyDiagnosticsWords } from '../copy-diagnostics/words.es.ts';
import { identifierHintWords } from '../identifier-hint/words.es.ts';
import { stepAwayWords } from '../step-away/words.es.ts';
import { chatWords } from '../chat/words.es.ts';
import { connectionTestWords } from '../connection-test/words.es.ts';
import { endedWords } from '../ended/words.es.ts';
import { leaveDialogWords } from '../leave-dialog/words.es.ts';
import { noticesWords } from '../notices/words.es.ts';
import { partBoundaryWords } from '../part-boundary/words.es.ts';
import { peopleWords } from '../people/words.es.ts';
import { problemWords } from '../problem/words.es.ts';
import { readinessWords } from '../readiness/words.es.ts';
import { refusalWords } from '../refusal/words.es.ts';
import { reconnectingWords } from '../reconnecting/words.es.ts';
import { standingRuleWords } from '../refusal/standing-words.es.ts';
import { rosterNameWords } from '../roster-name/words.es.ts';
import { settingsWords } from '../settings/words.es.ts';
import { stageWords } from '../stage/words.es.ts';
import { toolbarWords } from '../toolbar/words.es.ts';
import { unexpectedWords } from '../unexpected/words.es.ts';
import { videoRoomWords } from '../video-room/words.es.ts';
import { visitOpeningWords } from '../visit-opening/words.es.ts';
import { visitSafetyWords } from '../visit-safety/words.es.ts';
import { waitingRoomWords } from '../waiting-room/words.es.ts';
import { chimeWords } from '../knock-chime/words.es.ts';
import { visitTimerWords } from '../visit-timer/words.es.ts';
import { pictureInPictureWords } from '../picture-in-picture/words.es.ts';
import { shortcutHelpWords } from '../shortcut-help/words.es.ts';
import { waitingNextWords } from '../waiting-room/next-words.es.ts';
import { weakConnectionWords } from '../weak-connection/words.es.ts';
import type { Catalogue } from '../messages-catalogue/catalogue.ts';

/** Spanish. Not yet reviewed by a person who speaks it. */
export const es: Catalogue = {
  locale: 'es',
  direction: 'ltr',
  reviewed: false,
  phrases: {
    ...announcerWords,
    ...endedWords,
    ...leaveDialogWords,
    ...noticesWords,
    ...partBoundaryWords,
    ...problemWords,
    ...readinessWords,
    ...refusalWords,
    ...reconnectingWords,
    ...rosterNameWords,
    ...settingsWords,
    ...stageWords,
    ...toolbarWords,
    ...videoRoomWords,
    ...waitingRoomWords,
  },
  later: {
    ...chatWords,
    ...connectionTestWords,
    ...peopleWords,
    ...weakConnectionWords,
    ...captionsWords,
    ...consentWords,
    ...effectsWords,
    ...copyDiagnosticsWords,
    ...identifierHintWords,
    ...stepAwayWords,
    ...standingRuleWords,
    ...unexpectedWords,
    ...visitOpeningWords,
    ...visitSafetyWords,
    ...chimeWords,
    ...visitTimerWords,
    ...pictureInPictureWords,
    ...shortcutHelpWords,
    ...waitingNextWords,
  },
};
