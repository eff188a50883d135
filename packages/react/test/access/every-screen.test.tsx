import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ar } from '../../src/locales/ar.ts';
import { pseudo } from '../../src/messages-catalogue/pseudo.ts';
import { settled } from '../settled.ts';
import { usedByAPerson } from './as-a-person.ts';
import { cutOffTexts, widerThanThePage } from './cut-off.ts';
import { prefer, touch } from './emulation.ts';
import { lostInForcedColours } from './forced-colours.ts';
import { showVisit } from './open-visit.tsx';
import { screens } from './screens.ts';
import { targetsBelow } from './targets.ts';

/** 1280 px at 400 %. */
usedByAPerson(320, 640);

const named = Object.entries(screens).map(([name, screen]) => ({ name, ...screen }));

const spaced = `.qr-root * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  .qr-root p { margin-block-end: 2em !important }`;

describe.each(named)('$name', ({ make, then }) => {
  let leave: () => Promise<void>;
  beforeAll(async () => {
    const scenario = make();
    await scenario.ready;
    leave = await showVisit(scenario);
    await then?.();
    await settled();
  });
  afterAll(() => leave());
  afterEach(async () => {
    await prefer({ 'forced-colors': '', 'prefers-reduced-motion': '' });
    await touch(false);
  });

  it('1.4.4, 1.4.10: fits into 320 px and loses nothing', async () => {
    await expect.poll(widerThanThePage).toEqual([]);
    await expect.poll(cutOffTexts).toEqual([]);
  });

  it('1.4.12: keeps every word when text is spaced as people may want it', async () => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = spaced;
    try {
      await expect.poll(cutOffTexts).toEqual([]);
    } finally {
      style.remove();
    }
  });

  it('2.5.8: has targets of 24 px at least, and of 44 px for fingers', async () => {
    expect(targetsBelow(24)).toEqual([]);
    await touch(true);
    expect(matchMedia('(pointer: coarse)').matches).toBe(true);
    expect(targetsBelow(44)).toEqual([]);
  });

  it('1.3.4, 2.5.3: turns with the device, and its controls are called what they show', async () => {
    const { violations } = await axe.run(document.body, {
      runOnly: ['css-orientation-lock', 'label-content-name-mismatch'],
    });
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });

  it('1.4.11: keeps edges, icons and the focus where the system chooses the colours', async () => {
    await prefer({ 'forced-colors': 'active' });
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    expect(lostInForcedColours()).toEqual([]);
  });

  it('2.2.2: moves nothing for people who want less motion', async () => {
    await prefer({ 'prefers-reduced-motion': 'reduce' });
    const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
    expect(moving.map(({ effect }) => effect instanceof KeyframeEffect && effect.target?.className)).toEqual([]);
  });
});

describe.each([ar, pseudo])('in $locale', (catalogue) => {
  it.each(named)('1.4.4, 1.4.10: $name fits into 320 px and loses nothing', async ({ make, then }) => {
    const scenario = make();
    await scenario.ready;
    const leave = await showVisit(scenario, { messages: catalogue });
    try {
      await then?.();
      await settled();
      await expect.poll(widerThanThePage).toEqual([]);
      await expect.poll(cutOffTexts).toEqual([]);
    } finally {
      await leave();
    }
  });
});

describe('at 400 % of a window of 1280 by 1024', () => {
  beforeAll(() => page.viewport(320, 256));

  it.each(named)('1.4.10: $name is all there, and scrolls one way only', async ({ make, then }) => {
    const scenario = make();
    await scenario.ready;
    const leave = await showVisit(scenario);
    try {
      await then?.();
      await settled();
      await expect.poll(widerThanThePage).toEqual([]);
      await expect.poll(cutOffTexts).toEqual([]);
    } finally {
      await leave();
    }
  });
});

describe('in a wide window', () => {
  beforeAll(() => page.viewport(1280, 720));

  it.each(named)('1.4.4: $name in the pseudo-language loses nothing', async ({ make, then }) => {
    const scenario = make();
    await scenario.ready;
    const leave = await showVisit(scenario, { messages: pseudo });
    try {
      await then?.();
      await settled();
      await expect.poll(cutOffTexts).toEqual([]);
    } finally {
      await leave();
    }
  });
});
