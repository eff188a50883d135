import type { Scenario } from '@quietroom/testing';
import type { StoryContext, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { VisitProvider, type VisitProviderProps } from '../src/visit-context/visit-provider.tsx';

/** How a story is shown. */
export interface ScenarioStoryOptions<Reached> extends Pick<VisitProviderProps, 'locale' | 'theme' | 'messages'> {
  /** What somebody does in it, and what they then see. */
  readonly play?: (scenario: Reached, context: StoryContext) => Promise<void>;
}

/** A story of a part, on a real visit that has reached the scenario's state. */
export function scenarioStory<Reached extends Scenario>(
  make: () => Reached,
  part: ReactNode,
  { play, ...options }: ScenarioStoryOptions<Reached> = {},
): StoryObj {
  return scenarioRoomStory(
    make,
    ({ visit, room }) => (
      <VisitProvider visit={visit} roster={room.roster} {...options}>
        {part}
      </VisitProvider>
    ),
    play,
  );
}

/** A story of something that takes the visit itself. */
export function scenarioRoomStory<Reached extends Scenario>(
  make: () => Reached,
  show: (scenario: Reached) => ReactNode,
  play?: (scenario: Reached, context: StoryContext) => Promise<void>,
): StoryObj {
  let scenario: Reached | undefined;
  return {
    loaders: [
      async () => {
        scenario = make();
        await scenario.ready;
      },
    ],
    beforeEach: () => async () => {
      await scenario?.visit.close();
    },
    render: () => <div style={{ blockSize: '100dvh' }}>{scenario && show(scenario)}</div>,
    ...(play && {
      play: async (context) => {
        if (scenario) await play(scenario, context);
      },
    }),
  };
}
