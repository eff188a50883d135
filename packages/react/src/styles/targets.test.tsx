import { clinicianWithKnock, readyPatient, visitOfFour, waitingPatient, type Scenario } from '@quietroom/testing';
import { act, cleanup, render, screen } from '@testing-library/react';
import { cdp, page } from 'vitest/browser';
import { afterEach, describe, expect, test } from 'vitest';
import { settled } from '../../test/settled.ts';
import { VideoRoom } from '../video-room/video-room.tsx';

interface Devtools {
  readonly send: (method: string, parameters?: unknown) => Promise<unknown>;
}
const devtools = cdp() as Devtools;

/** What a finger or a mouse aims at. A box that is ticked is as large as its label; a link in a sentence is text. */
const aimedAt = 'button, a[href], select, textarea, input:not(label input), label:has(input), summary, [role="option"]';

const reaching = async (scenario: Scenario, width: number, height: number) => {
  await page.viewport(width, height);
  await scenario.ready;
  render(
    <div style={{ blockSize: height }}>
      <VideoRoom visit={scenario.visit} roster={scenario.room.roster} logoff={false} />
    </div>,
  );
  await act(settled);
};

const smallerThan = (least: number): string[] =>
  [...document.querySelectorAll<HTMLElement>(aimedAt)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    // A fraction lost to the screen's grid is no smaller a target.
    .filter(({ box }) => Math.min(box.width, box.height) < least - 0.5)
    .map(
      ({ element, box }) =>
        `${element.innerText || element.className}: ${Math.round(box.width)} × ${Math.round(box.height)}`,
    );

const press = async (name: RegExp) => {
  act(() => {
    screen.getByRole('button', { name }).click();
  });
  await act(settled);
};

afterEach(async () => {
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await page.viewport(414, 896);
});

describe.each([
  ['under a finger, on a phone of 320 px', true, 320, 640, 44],
  ['under a finger, on a tablet', true, 820, 1100, 44],
  ['under a mouse', false, 1280, 800, 24],
] as const)('%s', (_where, touch, width, height, least) => {
  test(`whatever can be pressed is ${least} px or more, on every screen`, async () => {
    if (touch) await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
    expect(matchMedia('(pointer: coarse)').matches).toBe(touch);

    const checked: string[][] = [];
    const check = () => checked.push(smallerThan(least));

    await reaching(readyPatient(), width, height);
    check();
    cleanup();
    await reaching(waitingPatient(), width, height);
    check();
    cleanup();
    await reaching(clinicianWithKnock(), width, height);
    await press(/^Admit/);
    check();
    cleanup();
    await reaching(visitOfFour(), width, height);
    check();
    await press(/^Chat/);
    await screen.findByRole('textbox', { name: 'Message' }, { timeout: 10_000 });
    check();

    expect(checked.flat()).toEqual([]);
  });
});
