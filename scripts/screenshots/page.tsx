import { VideoRoom } from '@quietroom/react';
import '@quietroom/react/styles.css';
import { createRoot } from 'react-dom/client';
import fernhill from '../../packages/react/brands/fernhill.css?inline';
import quayside from '../../packages/react/brands/quayside.css?inline';
import { drawPeopleAs } from './portraits.ts';
import { scenes, type Scene } from './scenes.tsx';

// One screen of a visit, by the address: ?scene=visit&locale=ar&theme=dark&brand=fernhill

const asked = new URLSearchParams(location.search);
const all: Readonly<Record<string, Scene>> = scenes;
const scene = all[asked.get('scene') ?? 'visit'] ?? scenes.visit;
const theme = asked.get('theme');
const brands: Readonly<Record<string, string>> = { fernhill, quayside };

const brand = document.createElement('style');
brand.textContent = brands[asked.get('brand') ?? ''] ?? '';
document.head.append(brand);

drawPeopleAs(scene.others ?? [], scene.you ?? scenes.visit.you);
const reached = scene.make();
await reached.ready;

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <VideoRoom
      visit={reached.visit}
      roster={reached.room.roster}
      locale={asked.get('locale') ?? 'en'}
      theme={theme === 'light' || theme === 'dark' ? theme : 'system'}
      logoff={false}
    />,
  );
}
await scene.then?.(reached);

const pictures = () =>
  [...document.querySelectorAll('video')].every((video) => video.videoWidth > 0 || !video.checkVisibility());
const words = () => document.querySelector('.qr-room') !== null;
const settle = () => {
  if (words() && pictures()) document.documentElement.dataset['taken'] = 'ready';
  else requestAnimationFrame(settle);
};
settle();
