// The success criteria of WCAG 2.2, level A and AA, and what is true of each beside what tests show.

/**
 * `also`: tests that prove something for it without naming it in their title. `host`: left to the page around a visit.
 * `absent`: why it cannot apply. `open`: what nobody has tested or what is not met. `read`: what was examined by reading
 * the code or looking at screens.
 * @typedef {{ number: string, name: string, level: 'A' | 'AA', also?: { file: string, title: string }[], host?: string,
 *   absent?: string, open?: string, read?: string }} Criterion
 */

const react = 'packages/react/src';
const noRecordings = 'A visit is live: nothing recorded is played.';
const noAccounts = 'Nothing is signed in to in the room; that is the host’s page.';

/** @type {Criterion[]} */
export const criteria = [
  {
    number: '1.1.1',
    name: 'Non-text Content',
    level: 'A',
    read: 'Icons are hidden from assistive technology beside visible words; the signs of a muted microphone and a camera that is off have names. Pictures of people are named by the person beside them.',
    open: 'What a shared screen shows has no alternative in text: whoever shares it has to say it.',
  },
  { number: '1.2.1', name: 'Audio-only and Video-only (Prerecorded)', level: 'A', absent: noRecordings },
  { number: '1.2.2', name: 'Captions (Prerecorded)', level: 'A', absent: noRecordings },
  { number: '1.2.3', name: 'Audio Description or Media Alternative (Prerecorded)', level: 'A', absent: noRecordings },
  {
    number: '1.2.4',
    name: 'Captions (Live)',
    level: 'AA',
    also: [
      {
        file: `${react}/captions/captions.test.tsx`,
        title: 'shows who says what as it is said, and only as masked text',
      },
    ],
    open: 'Captions come from the video provider, only where it offers them, the policy allows them and everybody has agreed. The local provider has none. How right they are was not measured. The criterion’s own notes except calls between people; the host’s other duties may not.',
  },
  { number: '1.2.5', name: 'Audio Description (Prerecorded)', level: 'AA', absent: noRecordings },
  { number: '1.3.1', name: 'Info and Relationships', level: 'A' },
  { number: '1.3.2', name: 'Meaningful Sequence', level: 'A' },
  {
    number: '1.3.3',
    name: 'Sensory Characteristics',
    level: 'A',
    read: 'No phrase of the catalogues points at something by its place, shape or colour alone.',
  },
  { number: '1.3.4', name: 'Orientation', level: 'AA' },
  {
    number: '1.3.5',
    name: 'Identify Input Purpose',
    level: 'AA',
    absent: 'The room asks for no information about the person.',
  },
  {
    number: '1.4.1',
    name: 'Use of Color',
    level: 'A',
    also: [
      {
        file: `${react}/stage/stage.test.tsx`,
        title: 'shows everybody with their name, and who is muted or has no camera',
      },
      { file: `${react}/stage/stage.test.tsx`, title: 'says in words how badly somebody comes through' },
    ],
    read: 'Every state of a control changes its words and its icon beside its colour.',
  },
  {
    number: '1.4.2',
    name: 'Audio Control',
    level: 'A',
    read: 'The voices of a visit are what it is for. “Step away” silences them; the system sets how loud they are.',
    open: 'There is no control in the room for how loud the others are.',
  },
  {
    number: '1.4.3',
    name: 'Contrast (Minimum)',
    level: 'AA',
    also: [{ file: `${react}/styles/tokens.test.ts`, title: 'white is read on the veil over any picture' }],
    open: 'Colours of a host’s own theme are the host’s to check.',
  },
  {
    number: '1.4.4',
    name: 'Resize Text',
    level: 'AA',
    open: 'Text that only the browser’s setting for text makes larger was not tested; zoom was.',
  },
  { number: '1.4.5', name: 'Images of Text', level: 'AA', absent: 'There are none.' },
  {
    number: '1.4.10',
    name: 'Reflow',
    level: 'AA',
    read: 'At 320 × 256 px the whole room scrolls; on larger phones only what is longer than the screen does.',
  },
  {
    number: '1.4.11',
    name: 'Non-text Contrast',
    level: 'AA',
    also: [
      {
        file: `${react}/styles/tokens.test.ts`,
        title: 'lines, signs and the ring of the focus have a contrast of 3 or more',
      },
    ],
  },
  {
    number: '1.4.12',
    name: 'Text Spacing',
    level: 'AA',
    open: 'A long name in a small tile is shortened there; it is whole in “People”.',
  },
  {
    number: '1.4.13',
    name: 'Content on Hover or Focus',
    level: 'AA',
    read: 'Only the reason of a locked control appears so.',
  },
  { number: '2.1.1', name: 'Keyboard', level: 'A' },
  { number: '2.1.2', name: 'No Keyboard Trap', level: 'A' },
  { number: '2.1.4', name: 'Character Key Shortcuts', level: 'A' },
  {
    number: '2.2.1',
    name: 'Timing Adjustable',
    level: 'A',
    also: [
      {
        file: `${react}/step-away/step-away.test.tsx`,
        title: 'somebody who does nothing is warned, and stays by a press',
      },
    ],
    read: 'The one time limit of the room, for a page that nobody uses, is the host’s to set or to turn off, warns a minute before, and one press begins it anew, as often as wanted.',
  },
  {
    number: '2.2.2',
    name: 'Pause, Stop, Hide',
    level: 'A',
    read: 'Pictures of people are live, and what a visit is for.',
  },
  {
    number: '2.3.1',
    name: 'Three Flashes or Below Threshold',
    level: 'A',
    read: 'Nothing of the interface flashes.',
    open: 'What people show to each other is not watched for flashes.',
  },
  {
    number: '2.4.1',
    name: 'Bypass Blocks',
    level: 'A',
    read: 'One region, one toolbar with a single stop for Tab, panels with landmarks and headings.',
    host: 'A link past the host’s own navigation.',
  },
  {
    number: '2.4.2',
    name: 'Page Titled',
    level: 'A',
    host: 'The room never writes into the title, where a name could leak.',
  },
  { number: '2.4.3', name: 'Focus Order', level: 'A' },
  {
    number: '2.4.4',
    name: 'Link Purpose (In Context)',
    level: 'A',
    also: [{ file: `${react}/chat/chat.test.tsx`, title: 'open nothing until it was asked and answered' }],
  },
  {
    number: '2.4.5',
    name: 'Multiple Ways',
    level: 'AA',
    absent: 'A visit is one step of a process, not a set of pages.',
  },
  { number: '2.4.6', name: 'Headings and Labels', level: 'AA' },
  { number: '2.4.7', name: 'Focus Visible', level: 'AA' },
  { number: '2.4.11', name: 'Focus Not Obscured (Minimum)', level: 'AA' },
  { number: '2.5.1', name: 'Pointer Gestures', level: 'A', absent: 'Nothing needs more than one press.' },
  { number: '2.5.2', name: 'Pointer Cancellation', level: 'A' },
  { number: '2.5.3', name: 'Label in Name', level: 'A' },
  { number: '2.5.4', name: 'Motion Actuation', level: 'A', absent: 'Nothing listens to the motion of the device.' },
  {
    number: '2.5.7',
    name: 'Dragging Movements',
    level: 'AA',
    read: 'Nothing has to be dragged: whatever can be placed is placed with buttons too.',
  },
  { number: '2.5.8', name: 'Target Size (Minimum)', level: 'AA' },
  { number: '3.1.1', name: 'Language of Page', level: 'A', host: 'The `lang` of the page around the room.' },
  {
    number: '3.1.2',
    name: 'Language of Parts',
    level: 'AA',
    open: 'In what language people write to each other, and the clinic its own notes, is not known and not marked.',
  },
  { number: '3.2.1', name: 'On Focus', level: 'A' },
  {
    number: '3.2.2',
    name: 'On Input',
    level: 'A',
    read: 'Choosing a device uses it at once and changes nothing else. Choosing whom to write to moves nothing else.',
  },
  {
    number: '3.2.3',
    name: 'Consistent Navigation',
    level: 'AA',
    read: 'One toolbar in one order; what a role or a provider has not is left out.',
  },
  {
    number: '3.2.4',
    name: 'Consistent Identification',
    level: 'AA',
    read: 'Names of controls are an interface: the catalogues have one phrase for each.',
  },
  {
    number: '3.2.6',
    name: 'Consistent Help',
    level: 'A',
    host: 'How the clinic is reached; the room has places for its words while waiting and after the visit.',
  },
  {
    number: '3.3.1',
    name: 'Error Identification',
    level: 'A',
    also: [
      { file: `${react}/chat/chat.test.tsx`, title: 'a text that was not accepted stays written, with the reason' },
    ],
    read: 'Every failure has words, a story and a test: see [failures.md](failures.md).',
  },
  { number: '3.3.2', name: 'Labels or Instructions', level: 'A' },
  {
    number: '3.3.3',
    name: 'Error Suggestion',
    level: 'AA',
    read: 'Every failure says what to do: see [failures.md](failures.md).',
  },
  {
    number: '3.3.4',
    name: 'Error Prevention (Legal, Financial, Data)',
    level: 'AA',
    also: [
      {
        file: `${react}/consent/consent.test.tsx`,
        title: 'a patient who is asked reads what is captured and for how long it is kept, agrees, and takes it back',
      },
    ],
    read: 'Consent can be taken back; leaving, removing somebody and ending for everyone ask first.',
  },
  { number: '3.3.7', name: 'Redundant Entry', level: 'A', absent: 'Nothing is asked for twice.' },
  { number: '3.3.8', name: 'Accessible Authentication (Minimum)', level: 'AA', absent: noAccounts },
  { number: '4.1.2', name: 'Name, Role, Value', level: 'A' },
  { number: '4.1.3', name: 'Status Messages', level: 'AA' },
];
