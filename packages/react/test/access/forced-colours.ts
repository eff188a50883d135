import { focusIndicator } from './focus-indicator.ts';

const transparent = (colour: string): boolean => /^rgba\(.*, 0\)$|\/ 0\)$|^transparent$/.test(colour);

/** The colour something is drawn on. */
function ground(element: Element | null): string {
  for (let box = element; box; box = box.parentElement) {
    const { backgroundColor } = getComputedStyle(box);
    if (!transparent(backgroundColor)) return backgroundColor;
  }
  return getComputedStyle(document.documentElement).backgroundColor;
}

/** Whether a line shows where the element ends. */
function hasEdge(element: Element): boolean {
  const style = getComputedStyle(element);
  const width = Number.parseFloat(style.borderBlockStartWidth);
  return style.borderBlockStartStyle !== 'none' && width >= 1 && !transparent(style.borderBlockStartColor);
}

/** What can no longer be told from its ground while the system's own colours are used. */
export function lostInForcedColours(): string[] {
  const root = document.querySelector('.qr-root');
  const all = (selector: string) =>
    [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])].filter((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    );
  const icons = [...(root?.querySelectorAll('.qr-icon') ?? [])].filter((icon) => {
    const { color, stroke } = getComputedStyle(icon);
    return icon.checkVisibility({ visibilityProperty: true }) && (stroke === 'none' ? color : stroke) === ground(icon);
  });
  const edges = all(
    '.qr-button:not([data-kind=plain]):not([data-kind=quiet]), .qr-input, .qr-card, .qr-panel, .qr-note, .qr-dialog, [role=option]',
  ).filter((element) => !hasEdge(element));
  const unfocused = all('button:not([disabled])').filter((button) => {
    if (button.tabIndex < 0) return false;
    button.focus();
    return document.activeElement === button && button.matches(':focus-visible') && focusIndicator(button) === null;
  });
  return [
    ...icons.map((icon) => `icon ${String(icon.getAttribute('data-icon'))}`),
    ...edges.map((element) => `edge of .${element.className}`),
    ...unfocused.map((button) => `focus on ${button.textContent}`),
  ];
}
