import { captionedVisit, syntheticPeople, type FakePersonOptions } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { scenarioRoomStory, type ScenarioStoryOptions } from '../../test/scenario-story.tsx';
import { VideoRoom, type VideoRoomProps } from '../video-room/video-room.tsx';

const meta: Meta = { title: 'Captions' };
export default meta;

type Captioned = ReturnType<typeof captionedVisit>;

/** A whole visit whose captions run: where they stand among the rest is what there is to see. */
const captioned = (
  say: (scenario: Captioned) => void,
  last: string,
  {
    guests = [],
    size,
    then,
    ...own
  }: Omit<VideoRoomProps, 'visit' | 'roster'> & {
    readonly guests?: readonly FakePersonOptions[];
    readonly size?: ScenarioStoryOptions<Captioned>['size'];
    readonly then?: (canvas: HTMLElement) => Promise<void>;
  } = {},
) =>
  scenarioRoomStory(
    (options) => captionedVisit(options, guests),
    ({ visit, room }, look) => <VideoRoom visit={visit} roster={room.roster} {...own} {...look} />,
    async (scenario, { canvasElement }) => {
      say(scenario);
      await expect(await within(canvasElement).findByText(last)).toBeVisible();
      await then?.(canvasElement);
    },
    size,
  );

const sayOne = ({ room, people }: Captioned) => {
  room.saysCaption(people.other, 'Does it hurt when you breathe in?');
};
const saySeveral = ({ room, people }: Captioned) => {
  room.saysCaption(people.other, 'Does it hurt when you breathe in?');
  room.saysCaption('you', 'A little, here on the left.');
  for (const guest of people.guests) room.saysCaption(guest, 'She says: a little, here on the left.');
  room.saysCaption(null, 'Shall I write that', { final: false });
};
const long = `We looked at the picture of your chest ${'and at the one from last year '.repeat(6)}and they are alike.`;
const sayLong = ({ room, people }: Captioned) => {
  room.saysCaption(people.other, long);
};

export const OneSpeaker = captioned(sayOne, 'Does it hurt when you breathe in?');
export const Several = captioned(saySeveral, 'Shall I write that', { guests: [syntheticPeople.interpreter] });
export const Long = captioned(sayLong, long);
export const RightToLeft = captioned(
  ({ room, people }) => {
    room.saysCaption(people.other, 'Does it hurt when you breathe in?');
    room.saysCaption('you', 'قليلا، هنا على اليسار.');
  },
  'قليلا، هنا على اليسار.',
  { locale: 'ar' },
);
export const Spanish = captioned(sayOne, 'Does it hurt when you breathe in?', { locale: 'es', theme: 'dark' });
export const NarrowPhone = captioned(saySeveral, 'Shall I write that', {
  guests: [syntheticPeople.interpreter],
  size: 'phone320',
});

const choose = async (canvas: HTMLElement, chosen: Readonly<Record<string, string>>) => {
  await userEvent.click(within(canvas).getByRole('button', { name: 'Caption settings' }));
  for (const [what, option] of Object.entries(chosen))
    await userEvent.selectOptions(within(canvas).getByRole('combobox', { name: what }), option);
};
export const Settings = captioned(sayOne, 'Does it hurt when you breathe in?', {
  then: (canvas) => choose(canvas, {}),
});
export const Restyled = captioned(saySeveral, 'Shall I write that', {
  then: async (canvas) => {
    await choose(canvas, {
      'Text size': '150%',
      'Text colour': 'Yellow',
      'Colour of the area': 'Blue',
      'Edges of letters': 'Shadow',
      Place: 'Above the pictures',
    });
    within(canvas).getByRole('button', { name: 'Done' }).click();
  },
});
