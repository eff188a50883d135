import { until, visitOfTwo, sharedScreen, type FakeRoomOptions, type WithOther } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { afterwards } from '../../test/afterwards.ts';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { shareMonitor } from '../../test/share-monitor.ts';
import { OwnShare } from './own-share.tsx';
import { SelfView } from './self-view.tsx';
import { SharedScreen } from './shared-screen.tsx';
import { Tile, type TileProps } from './tile.tsx';

const meta: Meta = { title: 'Pictures', component: Tile, subcomponents: { SelfView, SharedScreen, OwnShare } };
export default meta;

const box = { blockSize: '14rem', display: 'grid', inlineSize: '22rem', maxInlineSize: '100%' };

function Other(props: Omit<TileProps, 'participant'>) {
  const id = useVisitState(({ order }) => order[0]);
  return (
    <ul role="list" style={box}>
      {id && <Tile participant={id} {...props} />}
    </ul>
  );
}
function TheirScreen() {
  const id = useVisitState(({ order }) => order[0]);
  return id ? <SharedScreen participant={id} /> : null;
}
const own = (
  <div style={box}>
    <SelfView />
  </div>
);
const pin = () => undefined;

const other = (happens: (scenario: WithOther) => unknown) => (options: FakeRoomOptions) =>
  afterwards(visitOfTwo(options), happens);

export const Somebody = scenarioStory(visitOfTwo, <Other onPin={pin} />);
export const Pinned = scenarioStory(visitOfTwo, <Other onPin={pin} pinned />);
export const Speaking = scenarioStory(visitOfTwo, <Other />, {
  play: async ({ people }, { canvasElement }) => {
    people.other.speaks(0.8);
    await expect(canvasElement.querySelector('.qr-ring')).toHaveAttribute('data-speaking');
  },
});
export const Muted = scenarioStory(
  other(({ people }) => {
    people.other.mutes();
  }),
  <Other />,
);
export const CameraOff = scenarioStory(
  other(({ people }) => {
    people.other.turnsCameraOff();
  }),
  <Other />,
);
export const HandRaised = scenarioStory(
  other(({ people }) => {
    people.other.raisesHand();
  }),
  <Other />,
);
export const Weak = scenarioStory(
  other(({ people }) => {
    people.other.isReceived('poor');
  }),
  <Other />,
);
export const Lost = scenarioStory(
  other(({ people }) => {
    people.other.isReceived('lost');
  }),
  <Other />,
);
export const Guest = scenarioStory(
  (options) => {
    const visit = visitOfTwo({ role: 'clinician', ...options });
    return afterwards(visit, async () => {
      visit.people.other.leaves();
      visit.room.personJoins({ role: 'family', pass: 'none' });
      await until(visit.visit.state, ({ order, participants }) =>
        order.some((id) => participants[id]?.role === 'guest'),
      );
    });
  },
  <Other />,
);

export const SelfCameraOff = scenarioStory(visitOfTwo, own);
export const SelfOn = scenarioStory(
  (options) =>
    afterwards(visitOfTwo(options), async ({ visit }) => {
      await visit.perform({ type: 'setCamera', on: true });
      await visit.perform({ type: 'setMicrophone', on: true });
    }),
  own,
);
export const TheirSharedScreen = scenarioStory(sharedScreen, <TheirScreen />, {
  play: async (_scenario, { canvasElement }) => {
    await expect(await within(canvasElement).findByRole('figure')).toBeVisible();
  },
});
export const OwnWindowShared = scenarioStory(
  (options) => afterwards(visitOfTwo(options), ({ visit }) => visit.perform({ type: 'shareScreen', on: true })),
  <OwnShare />,
);
export const OwnMonitorShared = scenarioStory(
  (options) => afterwards(visitOfTwo(options), ({ room, visit }) => shareMonitor(room, visit)),
  <OwnShare />,
  {
    play: async ({ visit }, { canvasElement, userEvent }) => {
      await userEvent.click(within(canvasElement).getByRole('button', { name: 'Stop sharing' }));
      await until(visit.state, ({ self }) => !self.sending.screen);
      await visit.perform({ type: 'shareScreen', on: true });
    },
  },
);
