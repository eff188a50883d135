import { memo, useSyncExternalStore, type RefCallback } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import './page.css';
import { nameOf, time, type VisitPage } from './visit-page.ts';

/** The least store: a value and who watches it. */
const createStore = <Value,>(value: Value) => {
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next: Value) => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
type Store<Value> = ReturnType<typeof createStore<Value>>;
const use = <Value,>({ subscribe, get }: Store<Value>): Value => useSyncExternalStore(subscribe, get);

interface Line {
  readonly id: number;
  readonly text: string;
  readonly at: number;
}

const windowful = 60;
const people = createStore<readonly number[]>([]);
const lines = createStore<readonly Line[] | null>(null);
const muted = new Map<number, Store<boolean>>();
const drawn = new Map<number, HTMLElement>();

const mutedOf = (person: number): Store<boolean> => {
  const known = muted.get(person) ?? createStore(false);
  muted.set(person, known);
  return known;
};

const Tile = memo(function Tile({ person }: { readonly person: number }) {
  const isMuted = use(mutedOf(person));
  const keep: RefCallback<HTMLElement> = (element) => {
    if (element) drawn.set(person, element);
    else drawn.delete(person);
  };
  return (
    <li className="tile" ref={keep}>
      <video />
      <div className="label">
        <span>{nameOf(person)}</span>
        <span>{isMuted ? ' muted' : ''}</span>
      </div>
    </li>
  );
});

const Message = memo(function Message({ line }: { readonly line: Line }) {
  return (
    <li>
      <p>{line.text}</p>
      <time>{time.format(line.at)}</time>
    </li>
  );
});

const toEnd = (element: HTMLElement | null) => {
  if (element) element.scrollTop = element.scrollHeight;
};

function Chat() {
  const all = use(lines);
  if (all === null) return null;
  return (
    <div
      id="chat"
      ref={(element) => {
        toEnd(element);
      }}
    >
      <ol>
        {all.slice(-windowful).map((line) => (
          <Message key={line.id} line={line} />
        ))}
      </ol>
    </div>
  );
}

function Tiles() {
  return (
    <ul id="tiles">
      {use(people).map((person) => (
        <Tile key={person} person={person} />
      ))}
    </ul>
  );
}

let root: Root | null = null;

const page: VisitPage = {
  show: (count, messages) => {
    people.set(Array.from({ length: count }, (_, person) => person));
    lines.set(
      messages === null
        ? null
        : Array.from({ length: messages }, (_, id) => ({ id, text: `Line ${id}`, at: Date.now() })),
    );
    const at = document.querySelector('#root');
    const made = at ? createRoot(at) : null;
    root = made;
    flushSync(() => {
      made?.render(
        <div id="room">
          <Tiles />
          <Chat />
        </div>,
      );
    });
    return Promise.resolve();
  },
  levels: (level) => {
    for (const [person, tile] of drawn) {
      tile.style.setProperty('--level', level(person).toFixed(2));
      tile.toggleAttribute('data-speaking', level(person) > 0.3);
    }
  },
  mute: (person, value) => {
    mutedOf(person).set(value);
  },
  join: (person) => {
    people.set([...people.get(), person]);
  },
  leave: (person) => {
    people.set(people.get().filter((other) => other !== person));
  },
  receive: (text) => {
    const all = lines.get() ?? [];
    lines.set([...all, { id: all.length, text, at: Date.now() }]);
  },
  unmount: () => {
    root?.unmount();
    root = null;
    muted.clear();
  },
};

Object.assign(window, { visitPage: page, drawn: Promise.resolve() });
