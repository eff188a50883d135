import { captionedVisit, syntheticPeople } from '@quietroom/testing';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible } from '../../test/accessibility.ts';
import { rendersDuring } from '../../test/count-renders.ts';
import { settled } from '../../test/settled.ts';
// Loaded before anybody waits for it.
import './captions.tsx';
import { VideoRoom, type VideoRoomProps } from '../video-room/video-room.tsx';

afterEach(() => page.viewport(414, 896));

const area = () => screen.getByRole('region', { name: 'Captions' });
const lines = () => {
  const found = area().querySelector<HTMLElement>('.qr-captions-area');
  if (!found) throw new Error('No captions are shown.');
  return found;
};

/** A patient, a clinician and an interpreter, captioned. Pictures are left out: nothing here is about them. */
const inACaptionedVisit = async (props: Omit<VideoRoomProps, 'visit' | 'roster'> = {}) => {
  const scenario = captionedVisit({}, [syntheticPeople.interpreter]);
  await scenario.ready;
  const { room, people } = scenario;
  const visit = { ...scenario.visit, attach: () => () => undefined };
  render(
    <div style={{ blockSize: '100dvh' }}>
      <VideoRoom visit={visit} roster={room.roster} {...props} />
    </div>,
  );
  const says: typeof room.saysCaption = (...what) => {
    act(() => {
      room.saysCaption(...what);
    });
  };
  return { room, clinician: people.other, says, user: userEvent.setup() };
};

it('shows who says what as it is said, and only as masked text', async () => {
  const { clinician, says } = await inACaptionedVisit();
  expect(await screen.findByText('What is said appears here.')).toBeVisible();
  expect(screen.getByText(/Made by a machine/)).toBeVisible();
  says(clinician, 'Does it', { final: false });
  expect(await screen.findByText('Does it')).toBeVisible();
  says(clinician, 'Does it <b>hurt</b> here?', { language: 'en' });
  const words = await screen.findByText('Does it <b>hurt</b> here?');
  expect(screen.queryByText('Does it')).toBeNull();
  expect(words).toHaveAttribute('lang', 'en');
  const line = words.closest<HTMLElement>('.qr-caption');
  expect(line?.textContent).toBe('Dr. Orrin Thackwhistle Does it <b>hurt</b> here?');
  expect(line).toHaveClass('ph-no-capture', 'rr-block');
  expect(line).toHaveAttribute('data-sentry-mask');

  says('you', 'A little.');
  expect((await screen.findByText('A little.')).closest('p')?.textContent).toBe('You A little.');
  says(null, 'Hello?');
  expect((await screen.findByText('Hello?')).closest('p')?.textContent).toBe('Somebody Hello?');
  await expectAccessible();
  for (const { attributes } of document.querySelectorAll('*'))
    for (const { value } of attributes) expect(value).not.toMatch(/hurt|A little|Hello\?/);
  expect(document.title).not.toMatch(/hurt/);
});

it('leaves words of either direction in their own', async () => {
  const { clinician, says } = await inACaptionedVisit({ locale: 'ar' });
  says(clinician, 'Where does it hurt?');
  const english = await screen.findByText('Where does it hurt?');
  says(clinician, 'أين الألم؟');
  const arabic = await screen.findByText('أين الألم؟');
  expect([english, arabic].map((words) => getComputedStyle(words).direction)).toEqual(['ltr', 'rtl']);
  expect(screen.getByRole('region', { name: 'الترجمة النصية' })).toBeVisible();
});

it('draws nothing but the captions when a word comes, and no line but the one that grew', async () => {
  const { clinician, says } = await inACaptionedVisit();
  says('you', 'It is better.');
  says(clinician, 'Since', { final: false });
  await screen.findByText('Since');
  const renders = await rendersDuring(async () => {
    says(clinician, 'Since when?', { final: false });
    await screen.findByText('Since when?');
  });
  expect(renders.sort()).toEqual(['Button', 'CaptionArea', 'CaptionLine', 'CaptionSettings']);
});

describe('how captions look', () => {
  const announcing = () => [...area().querySelectorAll('[aria-live], [role="log"], [role="status"], [role="alert"]')];
  const open = async () => {
    const made = await inACaptionedVisit();
    made.says(made.clinician, 'Take a deep breath.');
    await screen.findByText('Take a deep breath.');
    const button = screen.getByRole('button', { name: 'Caption settings' });
    expect(announcing()).toEqual([]);
    button.focus();
    await made.user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Caption settings' });
    const choose = async (what: string, option: string) =>
      made.user.selectOptions(within(dialog).getByRole('combobox', { name: what }), option);
    return { ...made, button, dialog, choose };
  };

  it('is chosen by each person, by keyboard, and is for this page only', async () => {
    const { user, button, dialog, choose } = await open();
    await expectAccessible();
    const stored = () => [localStorage, sessionStorage].map((storage) => JSON.stringify(storage));
    const before = stored();
    await choose('Text size', '200%');
    await choose('Text colour', 'Yellow');
    await choose('Colour of the area', 'Blue');
    await choose('Opacity of the area', '75%');
    await choose('Background of text', 'Black');
    await choose('Opacity of background', '100%');
    await choose('Font', 'Typewriter');
    await choose('Edges of letters', 'Outline');
    await choose('Place', 'Above the pictures');
    const example = within(dialog).getByText('This is how captions look.');
    expect(getComputedStyle(example).color).toMatch(/1 1 0/);
    await user.keyboard('{Escape}');
    expect(button).toHaveFocus();

    const shown = getComputedStyle(lines());
    expect(shown.fontSize).toBe('34px');
    expect(shown.fontFamily).toBe('monospace');
    expect(shown.color).toMatch(/1 1 0/);
    expect(shown.backgroundColor).toMatch(/0 0 1 \/ 0\.75/);
    expect(shown.textShadow).toMatch(/1px 1px/);
    expect(getComputedStyle(screen.getByText('Take a deep breath.')).backgroundColor).toMatch(/0 0 0/);
    const stage = screen.getByRole('list', { name: 'People in the visit' });
    expect(area().getBoundingClientRect().bottom).toBeLessThanOrEqual(stage.getBoundingClientRect().top);
    expect(stored()).toEqual(before);

    await user.click(button);
    await user.click(await screen.findByRole('button', { name: 'Standard look' }));
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(getComputedStyle(lines()).fontSize).toBe('17px');
  });

  it('can be out of the way, and come back', async () => {
    const { user, button, choose } = await open();
    await choose('Place', 'Not shown');
    await user.keyboard('{Escape}');
    expect(screen.queryByText('Take a deep breath.')).toBeNull();
    expect(button).toBeVisible();
  });

  it.each([
    [320, 640],
    [1280, 800],
  ])('covers nobody and no control at %i × %i, however large', async (width, height) => {
    await page.viewport(width, height);
    const { user, choose, clinician, says } = await open();
    await choose('Text size', '300%');
    await choose('Lines', '5');
    await user.keyboard('{Escape}');
    says(clinician, 'And so on and on. '.repeat(40));
    await waitFor(() => {
      expect(area().textContent).toMatch(/on and on/);
    });
    await act(settled);
    // What does not fit is scrolled to, above the controls.
    const { bottom: end } = area().parentElement?.getBoundingClientRect() ?? { bottom: 0 };
    const { top, bottom } = area().getBoundingClientRect();
    const others = [
      ...within(screen.getByRole('list', { name: 'People in the visit' })).getAllByRole('listitem'),
      screen.getByRole('toolbar'),
    ];
    expect(others.length).toBeGreaterThan(2);
    for (const other of others) {
      const box = other.getBoundingClientRect();
      expect(box.bottom <= top + 1 || box.top >= Math.min(bottom, end) - 1, other.className).toBe(true);
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(area().scrollWidth).toBeLessThanOrEqual(area().clientWidth);
  });

  it('says nothing to a screen reader, unless its user wants each sentence when it is finished', async () => {
    const { user, clinician, says, dialog } = await open();
    await user.click(within(dialog).getByRole('checkbox', { name: 'Have my screen reader read captions' }));
    await user.keyboard('{Escape}');
    const log = within(area()).getByRole('log');
    says(clinician, 'And breathe', { final: false });
    await waitFor(() => {
      expect(lines().textContent).toMatch(/And breathe$/);
    });
    expect(log.textContent).not.toMatch(/And breathe/);
    says(clinician, 'And breathe out.');
    await waitFor(() => {
      expect(log.textContent).toMatch(/Dr\. Orrin Thackwhistle And breathe out\.$/);
    });
    await expectAccessible();
  });
});

it('is gone with everything that was said when captions stop', async () => {
  const { room, clinician, says } = await inACaptionedVisit();
  says(clinician, 'Take a deep breath.');
  await screen.findByText('Take a deep breath.');
  act(() => {
    room.knows({ captions: false });
  });
  expect(screen.queryByRole('region', { name: 'Captions' })).toBeNull();
  act(() => {
    room.knows({ captions: true });
  });
  expect(screen.getByText('What is said appears here.')).toBeVisible();
});
