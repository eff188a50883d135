import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cutOffTexts, widerThanThePage } from './cut-off.ts';
import { prefer } from './emulation.ts';
import { focusIndicator } from './focus-indicator.ts';
import { lostInForcedColours } from './forced-colours.ts';
import { focused } from './keyboard.ts';
import { targetsBelow } from './targets.ts';

/** A page with what the measures of access are there to find: each must find it. */
let root: HTMLElement;

beforeEach(async () => {
  await page.viewport(320, 640);
  root = document.body.appendChild(document.createElement('div'));
  root.className = 'qr-root';
});
afterEach(async () => {
  root.remove();
  await prefer({ 'forced-colors': '' });
});

describe('the measures of access find', () => {
  it('text that a box cuts off, and not text that can be scrolled to', () => {
    const line = 'A sentence that is a good deal longer than its box is wide.';
    root.innerHTML = `<div style="inline-size:5rem;overflow:hidden;white-space:nowrap">${line}</div>`;
    expect(cutOffTexts()).toHaveLength(1);
    root.innerHTML = `<div style="block-size:1rem;overflow:hidden">${line.repeat(9)}</div>`;
    expect(cutOffTexts()).toHaveLength(1);
    root.innerHTML = `<div style="block-size:1rem;overflow:auto">${line.repeat(9)}</div>`;
    expect(cutOffTexts()).toEqual([]);
  });

  it('what reaches past the side of the page, and what scrolls sideways', () => {
    root.innerHTML = '<div style="inline-size:30rem">wide</div>';
    expect(widerThanThePage()).toHaveLength(1);
    root.innerHTML = '<div style="overflow:auto"><div style="inline-size:30rem">wide</div></div>';
    expect(widerThanThePage()).toEqual(expect.arrayContaining([expect.stringContaining('scrolls sideways')]));
  });

  it('a target that is too small', () => {
    root.innerHTML = '<button style="all:unset;display:block;inline-size:20px;block-size:40px">x</button>';
    expect(targetsBelow(24)).toHaveLength(1);
  });

  it('a control without an edge, an icon of the colour of its ground, and a focus that does not show', async () => {
    root.innerHTML = `<button class="qr-button" style="border:0;outline:none">
      <svg class="qr-icon" data-icon="lost" style="forced-color-adjust:none;stroke:Canvas;background:Canvas"></svg></button>`;
    await prefer({ 'forced-colors': 'active' });
    const button = root.querySelector('button');
    if (!button) throw new Error('no button');
    button.style.backgroundColor = 'Canvas';
    const lost = lostInForcedColours();
    expect(lost).toContain('icon lost');
    expect(lost).toContain('edge of .qr-button');
    expect(focusIndicator(button)).toBeNull();
    expect(lost.some((what) => what.startsWith('focus on'))).toBe(true);
  });

  it('a focus that is lost', () => {
    document.body.focus();
    (document.activeElement as HTMLElement | null)?.blur();
    expect(focused).toThrow('the focus is lost');
  });
});
