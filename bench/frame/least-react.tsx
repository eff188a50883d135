import { memo, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import '../render/page.css';
import { createPicture, promised, timeArrival, type FramePage } from './frame-page.ts';

const picture = createPicture();
const there = new Set<number>();
const listeners = new Map<number, () => void>();
let attached: (video: HTMLVideoElement) => void = () => undefined;

const Picture = memo(function Picture() {
  const video = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = picture;
    attached(element);
    return () => {
      element.srcObject = null;
    };
  }, []);
  return <video ref={video} autoPlay playsInline muted />;
});

const Tile = memo(function Tile({ person }: { readonly person: number }) {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.set(person, listener);
      return () => listeners.delete(person);
    },
    () => there.has(person),
  );
  return <li className="tile">{shown ? <Picture /> : null}</li>;
});

const page: FramePage = {
  show: (people) => {
    const root = document.querySelector('#root');
    flushSync(() => {
      if (!root) return;
      createRoot(root).render(
        <ul id="tiles">
          {Array.from({ length: people }, (_, person) => (
            <Tile key={person} person={person} />
          ))}
        </ul>,
      );
    });
    return Promise.resolve();
  },
  arrive: (person) => {
    const { promise, keep } = promised<HTMLVideoElement>();
    attached = keep;
    return timeArrival(() => {
      there.add(person);
      listeners.get(person)?.();
    }, promise);
  },
  go: (person) => {
    there.delete(person);
    listeners.get(person)?.();
    return Promise.resolve();
  },
};

Object.assign(window, { framePage: page });
