import '../render/page.css';
import { createPicture, promised, timeArrival, type FramePage } from './frame-page.ts';

const picture = createPicture();
const tiles: HTMLElement[] = [];

const page: FramePage = {
  show: (people) => {
    const list = document.createElement('ul');
    list.id = 'tiles';
    for (let person = 0; person < people; person += 1) {
      const tile = document.createElement('li');
      tile.className = 'tile';
      tiles.push(tile);
      list.append(tile);
    }
    document.querySelector('#root')?.append(list);
    return Promise.resolve();
  },
  arrive: (person) => {
    const { promise, keep } = promised<HTMLVideoElement>();
    return timeArrival(() => {
      const video = document.createElement('video');
      Object.assign(video, { autoplay: true, playsInline: true, muted: true, srcObject: picture });
      tiles[person]?.append(video);
      keep(video);
    }, promise);
  },
  go: (person) => {
    const video = tiles[person]?.querySelector('video');
    if (video) video.srcObject = null;
    video?.remove();
    return Promise.resolve();
  },
};

Object.assign(window, { framePage: page });
