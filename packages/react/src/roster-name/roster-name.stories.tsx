import { visitOfFour } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { RosterName } from './roster-name.tsx';

const meta: Meta = { title: 'RosterName', component: RosterName };
export default meta;

function Everybody() {
  const order = useVisitState((state) => state.order);
  return (
    <ul>
      {order.map((id) => (
        <li key={id}>
          <RosterName of={id} />
        </li>
      ))}
    </ul>
  );
}

export const Names = scenarioStory(visitOfFour, <Everybody />);

/** While this page may be in what is shared, names give way to pseudonyms. */
export const WhileSharingAMonitor = scenarioStory(
  (options) => {
    const four = visitOfFour(options);
    const { mediaDevices } = four.room.devices;
    const ask = mediaDevices.getDisplayMedia.bind(mediaDevices);
    mediaDevices.getDisplayMedia = async (constraints) => {
      const stream = await ask(constraints);
      for (const track of stream.getVideoTracks()) track.getSettings = () => ({ displaySurface: 'monitor' });
      return stream;
    };
    return four;
  },
  <Everybody />,
  {
    play: async ({ visit }, { canvasElement }) => {
      await visit.perform({ type: 'shareScreen', on: true });
      await expect(within(canvasElement).queryByText(/Zylphia/)).toBeNull();
    },
  },
);
