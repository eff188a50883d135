import type { FakeRoomOptions, Scenario } from '@quietroom/testing';
import type { StoryContext, StoryObj } from '@storybook/react-vite';
import { useCallback, useSyncExternalStore, type ReactNode } from 'react';
import { VisitProvider, type VisitProviderProps } from '../src/visit-context/visit-provider.tsx';

/** How a story looks: what its own says, over which the toolbar has the last word. */
export type Look = Pick<VisitProviderProps, 'locale' | 'theme' | 'messages' | 'translate'>;

/** What the toolbar has set: the preview gives it to every story, as its parameter `setting`. */
export interface StorySetting {
  /** Policy, role and provider, over what the story's own script says. */
  readonly roomOf: (globals: StoryContext['globals']) => Promise<FakeRoomOptions>;
  /** Language and theme. They may change while the story is shown. */
  readonly look: { readonly get: () => Look; readonly subscribe: (listener: () => void) => () => void };
}

const noLook: Look = {};
const unset: StorySetting = {
  roomOf: () => Promise.resolve({}),
  look: { get: () => noLook, subscribe: () => () => undefined },
};

const settingOf = ({ parameters }: Pick<StoryContext, 'parameters'>): StorySetting =>
  (parameters as { setting?: StorySetting }).setting ?? unset;

/** How a story is shown. */
export interface ScenarioStoryOptions<Reached> extends Look {
  /** What somebody does in it, and what they then see. */
  readonly play?: ((scenario: Reached, context: StoryContext) => Promise<void>) | undefined;
  /** The width and height of one of the preview's sizes. Default: the whole canvas. */
  readonly size?: 'phone320' | 'phone390' | 'zoom400' | 'tablet768' | 'desktop1280' | 'wall2560' | undefined;
}

/** A story of a part, on a real visit that has reached the scenario's state. */
export function scenarioStory<Reached extends Scenario>(
  make: (options: FakeRoomOptions) => Reached,
  part: ReactNode,
  { play, size, ...own }: ScenarioStoryOptions<Reached> = {},
): StoryObj {
  return scenarioRoomStory(
    make,
    ({ visit, room }, look) => (
      <VisitProvider visit={visit} roster={room.roster} {...own} {...look}>
        {part}
      </VisitProvider>
    ),
    play,
    size,
  );
}

interface Shown<Reached> {
  readonly scenario: Reached;
  /** Whether the toolbar has changed what the script runs in. */
  readonly changed: boolean;
  /** The script speaks the story's own language; the toolbar's is shown when it is through. */
  acted: boolean;
  readonly listeners: Set<() => void>;
}

function InLook<Reached>({
  shown,
  look,
  show,
}: {
  readonly shown: Shown<Reached>;
  readonly look: StorySetting['look'];
  readonly show: (scenario: Reached, look: Look) => ReactNode;
}) {
  const subscribe = useCallback(
    (listener: () => void) => {
      shown.listeners.add(listener);
      const forget = look.subscribe(listener);
      return () => {
        shown.listeners.delete(listener);
        forget();
      };
    },
    [shown, look],
  );
  return show(
    shown.scenario,
    useSyncExternalStore(subscribe, () => (shown.acted ? look.get() : noLook)),
  );
}

/** A story of something that takes the visit itself. */
export function scenarioRoomStory<Reached extends Scenario>(
  make: (options: FakeRoomOptions) => Reached,
  show: (scenario: Reached, look: Look) => ReactNode,
  play?: (scenario: Reached, context: StoryContext) => Promise<void>,
  size?: ScenarioStoryOptions<Reached>['size'],
): StoryObj {
  let shown: Shown<Reached> | undefined;
  return {
    ...(size && { globals: { viewport: { value: size } } }),
    loaders: [
      async (context) => {
        if (shown) return;
        // The pages of the documentation act nothing out.
        const acted = play === undefined || context.viewMode === 'docs';
        const room = await settingOf(context).roomOf(context.globals);
        const changed = Object.keys(room).length > 0;
        shown = { scenario: make(room), changed, acted, listeners: new Set() };
        await shown.scenario.ready;
      },
    ],
    beforeEach: () => async () => {
      const { scenario } = shown ?? {};
      shown = undefined;
      await scenario?.visit.close();
    },
    render: (_args, context) => (
      <div style={{ blockSize: '100dvh' }}>
        {shown && <InLook shown={shown} look={settingOf(context).look} show={show} />}
      </div>
    ),
    ...(play && {
      play: async (context) => {
        if (!shown) return;
        const { scenario, changed } = shown;
        try {
          await play(scenario, context);
        } catch (error) {
          // What is expected of the story's own policy, role and provider need not hold for another.
          if (!changed) throw error;
        }
        shown.acted = true;
        for (const listener of shown.listeners) listener();
      },
    }),
  };
}
