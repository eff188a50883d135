import { syntheticPeople } from '@quietroom/testing';
import '@quietroom/react/styles.css';
import type { Decorator, Preview } from '@storybook/react-vite';
import { FORCE_REMOUNT } from 'storybook/internal/core-events';
import { addons, useEffect, useRef } from 'storybook/preview-api';
import { watchConsole } from './setting/console-watch.ts';
import { wear } from './setting/brand.ts';
import { lookOf, looking } from './setting/look.ts';
import { PartPage } from './pages/part-page.tsx';
import { setting, visitWord } from './setting/setting.ts';
import { globalTypes, sizes } from './setting/toolbar.ts';

const names = Object.values(syntheticPeople).flatMap(({ name }) => name.split(' ').filter((part) => part.length > 4));

/** A real name stands in text, where replay masking finds it, and in no attribute and no title. */
const expectNoNameInAttributes = (): void => {
  const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].map((attribute) => `${element.localName} ${attribute.name}: ${attribute.value}`),
  );
  const found = [document.title, ...attributes].filter((text) => names.some((name) => text.includes(name)));
  if (found.length > 0) throw new Error(`A name of the roster is in an attribute or the title: ${found.join('; ')}`);
};

let consoleSaid: () => readonly string[] = () => [];

/** Another policy, role or provider is another visit: the story begins anew. Language and theme restart nothing. */
const BeginAnew: Decorator = (Story, { id, globals }) => {
  const word = visitWord(globals);
  const before = useRef(word);
  useEffect(() => {
    if (before.current === word) return;
    before.current = word;
    addons.getChannel().emit(FORCE_REMOUNT, { storyId: id });
  }, [word, id]);
  return <Story />;
};

const preview: Preview = {
  globalTypes,
  initialGlobals: { locale: '', theme: '', brand: '', role: '', policy: '', provider: '' },
  decorators: [BeginAnew],
  loaders: [
    ({ globals }) => {
      looking.set(lookOf(globals.locale, globals.theme));
      wear(globals.brand);
    },
  ],
  beforeEach: () => {
    consoleSaid();
    consoleSaid = watchConsole();
  },
  afterEach: () => {
    expectNoNameInAttributes();
    const said = consoleSaid();
    if (said.length > 0) throw new Error(`A story writes nothing to the console, but:\n${said.join('\n')}`);
  },
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    viewport: { options: sizes },
    docs: {
      page: PartPage,
      // In a frame of its own a story is acted out, and has a page to fill.
      story: { inline: false, height: '36rem' },
      source: { type: 'code' },
    },
    options: { storySort: { order: ['Introduction', 'Concepts', 'Recipes', 'Design', 'Every state', 'VideoRoom'] } },
    setting,
  },
};

export default preview;
