import { connectionTestWords } from '../connection-test/words.en.ts';
import { chatWords } from '../chat/words.en.ts';
import { peopleWords } from '../people/words.en.ts';
import { weakConnectionWords } from '../weak-connection/words.en.ts';
import { captionsWords } from '../captions/words.en.ts';
import { consentWords } from '../consent/words.en.ts';
import { effectsWords } from '../effects/words.en.ts';
import { copyDiagnosticsWords } from '../copy-diagnostics/words.en.ts';
import { identifierHintWords } from '../identifier-hint/words.en.ts';
import { stepAwayWords } from '../step-away/words.en.ts';
import { standingRuleWords } from '../refusal/standing-words.en.ts';
import { unexpectedWords } from '../unexpected/words.en.ts';
import { visitOpeningWords } from '../visit-opening/words.en.ts';
import { visitSafetyWords } from '../visit-safety/words.en.ts';
import { chimeWords } from '../knock-chime/words.en.ts';
import { visitTimerWords } from '../visit-timer/words.en.ts';
import { pictureInPictureWords } from '../picture-in-picture/words.en.ts';
import { shortcutHelpWords } from '../shortcut-help/words.en.ts';
import { waitingNextWords } from '../waiting-room/next-words.en.ts';

/** The English phrases of parts that load when they are needed: none of them is in the first files. */
export const laterEnglish = {
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
};
