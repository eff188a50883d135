import { describe, expect, it } from 'vitest';
import { browserOf } from './this-browser.ts';

const mozilla = 'Mozilla/5.0';
const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

describe('the browser is known by what it says', () => {
  it.each([
    [
      `${mozilla} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36`,
      'chromium',
      148,
      'windows',
    ],
    [
      `${mozilla} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36 Edg/148.0.0.0`,
      'chromium',
      148,
      'windows',
    ],
    [
      `${mozilla} (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Mobile Safari/537.36`,
      'chromium',
      148,
      'android',
    ],
    [`${mozilla} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'firefox', 140, 'linux'],
    [`${mozilla} (Android 15; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0`, 'firefox', 150, 'android'],
    [`${mozilla} (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/26.1 Safari/605.1.15`, 'safari', 26, 'mac'],
    [
      `${mozilla} (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${webkit} Version/26.0 Mobile/15E148 Safari/604.1`,
      'safari',
      26,
      'ios',
    ],
    [
      `${mozilla} (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${webkit} CriOS/148.0.7778.56 Mobile/15E148 Safari/604.1`,
      'chromium',
      148,
      'ios',
    ],
    ['something of the future', 'other', null, 'other'],
  ])('%s', (userAgent, name, version, system) => {
    expect(browserOf(userAgent)).toEqual({ name, version, system });
  });

  it('an iPad that calls itself a Macintosh has a screen to touch', () => {
    const iPad = `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/26.1 Safari/605.1.15`;
    expect(browserOf(iPad, 5).system).toBe('ios');
  });
});
