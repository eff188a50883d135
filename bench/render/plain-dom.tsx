import './page.css';
import { nameOf, time, type VisitPage } from './visit-page.ts';

const root = document.querySelector('#root');
const tiles = new Map<number, { tile: HTMLLIElement; muted: HTMLElement }>();
let list: HTMLUListElement | null = null;
let log: HTMLOListElement | null = null;

const make = (name: string, className = '') => {
  const element = document.createElement(name);
  element.className = className;
  return element;
};

const join = (person: number) => {
  const tile = make('li', 'tile') as HTMLLIElement;
  const label = make('div', 'label');
  const name = make('span');
  const muted = make('span');
  name.textContent = nameOf(person);
  label.append(name, muted);
  tile.append(make('video'), label);
  tiles.set(person, { tile, muted });
  list?.append(tile);
};

const receive = (text: string) => {
  const line = make('li');
  const words = make('p');
  const at = make('time');
  words.textContent = text;
  at.textContent = time.format(Date.now());
  line.append(words, at);
  log?.append(line);
  if (log?.parentElement) log.parentElement.scrollTop = log.parentElement.scrollHeight;
};

const page: VisitPage = {
  show: (people, messages) => {
    const room = make('div');
    room.id = 'room';
    list = make('ul') as HTMLUListElement;
    list.id = 'tiles';
    room.append(list);
    if (messages !== null) {
      const chat = make('div');
      chat.id = 'chat';
      log = make('ol') as HTMLOListElement;
      chat.append(log);
      room.append(chat);
    }
    root?.append(room);
    for (let person = 0; person < people; person += 1) join(person);
    for (let index = 0; index < (messages ?? 0); index += 1) receive(`Line ${index}`);
    return Promise.resolve();
  },
  levels: (level) => {
    for (const [person, { tile }] of tiles) {
      tile.style.setProperty('--level', level(person).toFixed(2));
      tile.toggleAttribute('data-speaking', level(person) > 0.3);
    }
  },
  mute: (person, muted) => {
    const known = tiles.get(person);
    if (known) known.muted.textContent = muted ? ' muted' : '';
  },
  join,
  leave: (person) => {
    tiles.get(person)?.tile.remove();
    tiles.delete(person);
  },
  receive,
  unmount: () => {
    tiles.clear();
    root?.replaceChildren();
    [list, log] = [null, null];
  },
};

Object.assign(window, { visitPage: page, drawn: Promise.resolve() });
