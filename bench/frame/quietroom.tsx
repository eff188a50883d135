import { trackId, type Visit } from '@quietroom/core';
import { VideoRoom } from '@quietroom/react';
import '@quietroom/react/styles.css';
import { visitOfMany, type FakePerson, type FakeRoom } from '@quietroom/testing';
import { createRoot } from 'react-dom/client';
import { createPicture, promised, timeArrival, type FramePage } from './frame-page.ts';

const picture = createPicture();
let room: FakeRoom;
let others: readonly FakePerson[] = [];
let attached: (video: HTMLVideoElement) => void = () => undefined;

const sends = (person: number, sending: boolean) => {
  const id = others[person]?.id;
  if (id) room.reports({ participants: { [id]: { id, camera: { id: trackId(`camera-${person}`), sending } } } });
};

const until = async (fact: () => boolean): Promise<void> => {
  while (!fact()) await new Promise(requestAnimationFrame);
};

const page: FramePage = {
  show: async (people) => {
    const made = visitOfMany(people);
    await made.ready;
    ({ room } = made);
    others = made.people.others;
    others.forEach((_, person) => {
      sends(person, false);
    });
    const visit: Visit = {
      ...made.visit,
      attach: (_track, element) => {
        // Sound has its own element, and is not measured.
        if (!(element instanceof HTMLVideoElement)) return () => undefined;
        element.srcObject = picture;
        attached(element);
        return () => undefined;
      },
    };
    const at = document.querySelector('#root');
    if (at) createRoot(at).render(<VideoRoom visit={visit} roster={room.roster} theme="light" />);
    await until(() => document.querySelectorAll('.qr-tiles > li').length === people);
  },
  arrive: (person) => {
    const { promise, keep } = promised<HTMLVideoElement>();
    attached = keep;
    return timeArrival(() => {
      sends(person, true);
    }, promise);
  },
  go: (person) => {
    sends(person, false);
    return Promise.resolve();
  },
};

Object.assign(window, { framePage: page });
