import { announcerWords } from '../announcer/words.en.ts';
import { chatWords } from '../chat/words.en.ts';
import { connectionTestWords } from '../connection-test/words.en.ts';
import { endedWords } from '../ended/words.en.ts';
import { leaveDialogWords } from '../leave-dialog/words.en.ts';
import { noticesWords } from '../notices/words.en.ts';
import { partBoundaryWords } from '../part-boundary/words.en.ts';
import { peopleWords } from '../people/words.en.ts';
import { problemWords } from '../problem/words.en.ts';
import { readinessWords } from '../readiness/words.en.ts';
import { refusalWords } from '../refusal/words.en.ts';
import { reconnectingWords } from '../reconnecting/words.en.ts';
import { rosterNameWords } from '../roster-name/words.en.ts';
import { settingsWords } from '../settings/words.en.ts';
import { stageWords } from '../stage/words.en.ts';
import { toolbarWords } from '../toolbar/words.en.ts';
import { videoRoomWords } from '../video-room/words.en.ts';
import { waitingRoomWords } from '../waiting-room/words.en.ts';
import { weakConnectionWords } from '../weak-connection/words.en.ts';

/** Every English phrase; each part keeps its own beside it. The types of all keys and placeholders come from here. */
export const english = {
  ...announcerWords,
  ...chatWords,
  ...connectionTestWords,
  ...endedWords,
  ...leaveDialogWords,
  ...noticesWords,
  ...partBoundaryWords,
  ...peopleWords,
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
  ...weakConnectionWords,
};
