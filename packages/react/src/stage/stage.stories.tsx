import { scenario, sharedScreen, visitOfFour, visitOfMany, visitOfTwo, type FakeRoomOptions } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { afterwards, longNames, rightToLeftNames, visitOfNames } from '../../test/afterwards.ts';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { Stage } from './stage.tsx';

const meta: Meta = { title: 'Stage', component: Stage };
export default meta;

const stage = <Stage />;

export const OfTwo = scenarioStory(visitOfTwo, stage, {
  play: async ({ people, visit }, { canvasElement }) => {
    await visit.perform({ type: 'setCamera', on: true });
    people.other.speaks(0.7);
    const tile = within(canvasElement).getByText('Dr. Orrin Thackwhistle').closest('li');
    await expect(tile?.querySelector('.qr-ring')).toHaveAttribute('data-speaking');
  },
});
export const OfFour = scenarioStory(visitOfFour, stage);
export const OfFourArabicDark = scenarioStory(visitOfFour, stage, { locale: 'ar', theme: 'dark' });

export const Alone = scenarioStory(
  (options) => scenario({ role: 'clinician', ...options }, (_room, visit) => ({ people: {}, reached: visit.join() })),
  stage,
);

/** So many people with oneself. */
const of = (people: number) => (options: FakeRoomOptions) => visitOfMany(people - 1, options);
export const OfThree = scenarioStory(of(3), stage);
export const OfNine = scenarioStory(of(9), stage);
export const Of25 = scenarioStory(of(25), stage);
export const Of49 = scenarioStory(of(49), stage);
export const Of100 = scenarioStory(of(100), stage);
export const OfNineArabic = scenarioStory(of(9), stage, { locale: 'ar' });

export const LongNames = scenarioStory((options) => visitOfNames(longNames, options), stage);
export const RightToLeftNames = scenarioStory((options) => visitOfNames(rightToLeftNames, options), stage);
export const AudioOnly = scenarioStory(
  (options) =>
    afterwards(visitOfFour(options), ({ people }) => {
      for (const person of Object.values(people)) person.turnsCameraOff();
    }),
  stage,
);

/** More people than fit: whoever speaks is large. */
export const Speaker = scenarioStory((options) => visitOfMany(60, options), stage, {
  play: async ({ people: { others } }, { canvasElement }) => {
    others[40]?.speaks(0.6);
    await expect(await within(canvasElement).findByText('Quimby Vexwood 41')).toBeVisible();
  },
});

export const Pinned = scenarioStory(visitOfFour, stage, {
  play: async (_scenario, { canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /^Pin Zylphia Quonsett/ }));
    await expect(canvas.getByRole('button', { name: /^Unpin Zylphia Quonsett/ })).toBeVisible();
  },
});

/** Everything that can be said of somebody at once. */
export const WeakMutedHandRaised = scenarioStory(visitOfTwo, stage, {
  play: async ({ people: { other } }, { canvasElement }) => {
    other.mutes();
    other.turnsCameraOff();
    other.raisesHand();
    other.isReceived('poor');
    await expect(await within(canvasElement).findByText('Hand raised · Weak connection')).toBeVisible();
  },
});

export const Lost = scenarioStory(visitOfTwo, stage, {
  play: async ({ people: { other } }, { canvasElement }) => {
    other.isReceived('lost');
    await expect(await within(canvasElement).findByText('Connection lost')).toBeVisible();
  },
});

export const SharedScreen = scenarioStory(sharedScreen, stage);

export const TwoSharedScreens = scenarioStory(visitOfFour, stage, {
  play: async ({ people: { patient, interpreter } }, { canvasElement }) => {
    patient.sharesScreen();
    interpreter.sharesScreen();
    await expect(await within(canvasElement).findAllByRole('figure')).toHaveLength(2);
  },
});

/** An interpreter in sign language has a place of their own beside the screen that is spoken about, and beside whoever is pinned. */
export const SharedScreenAndPinned = scenarioStory(visitOfFour, stage, {
  play: async ({ people: { patient } }, { canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    patient.sharesScreen();
    await userEvent.click(canvas.getByRole('button', { name: /^Pin Zylphia Quonsett/ }));
    await expect(canvas.getByRole('figure')).toBeVisible();
  },
});

/** The interpreter has changed places with the others. */
export const InterpreterLarge = scenarioStory(visitOfFour, stage, {
  play: async (_scenario, { canvasElement, userEvent }) => {
    const swap = within(canvasElement).getByRole('button', { name: 'Large interpreter' });
    await userEvent.click(swap);
    await expect(swap).toHaveAttribute('aria-pressed', 'true');
  },
});

/** One signs, one speaks; both have shown their picture. */
export const TwoInterpreters = scenarioStory(
  (options) =>
    afterwards(visitOfFour(options), async ({ room }) => {
      await room.personJoins({ role: 'interpreter', name: 'Idris Quaverley' }).arrived;
    }),
  stage,
  {
    play: async (_scenario, { canvasElement }) => {
      const canvas = within(canvasElement);
      await waitFor(() => expect(canvas.getAllByRole('button', { name: /^Unpin/ })).toHaveLength(2));
    },
  },
);

/** They are shown like everybody, because somebody wants it so. */
export const InterpreterUnpinned = scenarioStory(visitOfFour, stage, {
  play: async (_scenario, { canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /^Unpin Nadir Plimsollvane/ }));
    await expect(canvas.getByRole('button', { name: /^Pin Nadir Plimsollvane/ })).toHaveFocus();
  },
});

/** Whoever speaks is large because it is wanted, though all would fit. */
export const SpeakerView = scenarioStory(of(9), stage, {
  play: async (_scenario, { canvasElement, userEvent }) => {
    const view = within(canvasElement).getByRole('button', { name: 'Speaker view' });
    await userEvent.click(view);
    await expect(view).toHaveAttribute('aria-pressed', 'true');
  },
});

/** Everybody alike on pages, though not all fit. */
export const GridOnPages = scenarioStory(of(100), stage, {
  play: async (_scenario, { canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Speaker view' }));
    await expect(canvas.getByRole('button', { name: 'Next people' })).toBeVisible();
  },
});

export const PictureStopped = scenarioStory(visitOfTwo, <Stage />, {
  play: async (_, { canvasElement }) => {
    const video = await waitFor(() => {
      const found = canvasElement.querySelector<HTMLVideoElement>('.qr-tile video');
      if (!found) throw new Error('There is no picture yet.');
      return found;
    });
    video.srcObject = document.createElement('canvas').captureStream(0);
    await expect(await within(canvasElement).findByText('Picture stopped', {}, { timeout: 10_000 })).toBeVisible();
  },
});
