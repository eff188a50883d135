import { announcerWords } from '../announcer/words.ar.ts';
import { captionsWords } from '../captions/words.ar.ts';
import { consentWords } from '../consent/words.ar.ts';
import { effectsWords } from '../effects/words.ar.ts';
import { copyDiagnosticsWords } from '../copy-diagnostics/words.ar.ts';
import { identifierHintWords } from '../identifier-hint/words.ar.ts';
import { stepAwayWords } from '../step-away/words.ar.ts';
import { chatWords } from '../chat/words.ar.ts';
import { connectionTestWords } from '../connection-test/words.ar.ts';
import { endedWords } from '../ended/words.ar.ts';
import { leaveDialogWords } from '../leave-dialog/words.ar.ts';
import { noticesWords } from '../notices/words.ar.ts';
import { partBoundaryWords } from '../part-boundary/words.ar.ts';
import { peopleWords } from '../people/words.ar.ts';
import { problemWords } from '../problem/words.ar.ts';
import { readinessWords } from '../readiness/words.ar.ts';
import { refusalWords } from '../refusal/words.ar.ts';
import { reconnectingWords } from '../reconnecting/words.ar.ts';
import { standingRuleWords } from '../refusal/standing-words.ar.ts';
import { rosterNameWords } from '../roster-name/words.ar.ts';
import { settingsWords } from '../settings/words.ar.ts';
import { stageWords } from '../stage/words.ar.ts';
import { toolbarWords } from '../toolbar/words.ar.ts';
import { unexpectedWords } from '../unexpected/words.ar.ts';
import { videoRoomWords } from '../video-room/words.ar.ts';
import { visitOpeningWords } from '../visit-opening/words.ar.ts';
import { visitSafetyWords } from '../visit-safety/words.ar.ts';
import { waitingRoomWords } from '../waiting-room/words.ar.ts';
import { chimeWords } from '../knock-chime/words.ar.ts';
import { visitTimerWords } from '../visit-timer/words.ar.ts';
import { pictureInPictureWords } from '../picture-in-picture/words.ar.ts';
import { shortcutHelpWords } from '../shortcut-help/words.ar.ts';
import { waitingNextWords } from '../waiting-room/next-words.ar.ts';
import { weakConnectionWords } from '../weak-connection/words.ar.ts';
import type { Catalogue } from '../messages-catalogue/catalogue.ts';

/** Arabic. Not yet reviewed by a person who speaks it. */
export const ar: Catalogue = {
  locale: 'ar',
  direction: 'rtl',
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
