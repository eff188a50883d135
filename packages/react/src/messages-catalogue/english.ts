import { announcerWords } from '../announcer/words.en.ts';
import { endedWords } from '../ended/words.en.ts';
import { leaveDialogWords } from '../leave-dialog/words.en.ts';
import { noticesWords } from '../notices/words.en.ts';
import { partBoundaryWords } from '../part-boundary/words.en.ts';
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

/** Every English phrase; each part keeps its own beside it. The types of all keys and placeholders come from here. */
export const english = {
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
};
