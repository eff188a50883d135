/** A name that is too long for a small tile is shortened there; it is whole in “People”. */
const shortened = '.qr-tile .qr-name';

/** Whether it is meant for ears only, or for nobody: drawn in one pixel, or in none. */
function unseen(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true;
  for (let box: Element | null = element; box; box = box.parentElement)
    if (getComputedStyle(box).clipPath === 'inset(50%)') return true;
  return element.closest('option, script, style') !== null;
}

interface Clip {
  readonly by: Element;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What of the page an element lets through: past a box that hides what overflows, nothing can be reached. */
function clips(element: Element): Clip[] {
  const found: Clip[] = [];
  let [across, down] = [true, true];
  for (let box: Element | null = element; box && (across || down); box = box.parentElement) {
    const { overflowX, overflowY, position } = getComputedStyle(box);
    const { left, right, top, bottom } = box.getBoundingClientRect();
    if (across && (overflowX === 'hidden' || overflowX === 'clip'))
      found.push({ by: box, left, right, top: -Infinity, bottom: Infinity });
    if (down && (overflowY === 'hidden' || overflowY === 'clip'))
      found.push({ by: box, left: -Infinity, right: Infinity, top, bottom });
    // What scrolls brings it into sight.
    if (overflowX === 'auto' || overflowX === 'scroll') across = false;
    if (overflowY === 'auto' || overflowY === 'scroll') down = false;
    if (position === 'fixed') break;
  }
  return found;
}

/** Every text of the page of which a part cannot be seen, with what hides it. */
export function cutOffTexts(): string[] {
  // What is behind a question waits for its answer.
  const part = document.querySelector('[role=dialog], [role=alertdialog]') ?? document.querySelector('.qr-root');
  const texts = document.createTreeWalker(part ?? document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  const range = document.createRange();
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (!element || !text.textContent?.trim() || element.closest(shortened) || unseen(element)) continue;
    range.selectNodeContents(text);
    const inside = clips(element);
    for (const rect of range.getClientRects()) {
      const middle = (rect.top + rect.bottom) / 2;
      // A line box may be taller than its letters: a line is cut off when it loses more than a quarter of itself.
      const spare = rect.height / 4;
      const by = inside.find(
        ({ left, right, top, bottom }) =>
          rect.left < left - 1 || rect.right > right + 1 || middle - spare < top || middle + spare > bottom,
      );
      if (by) {
        found.push(`“${text.textContent.trim().slice(0, 60)}” by .${by.by.className}`);
        break;
      }
    }
  }
  return found;
}

/** Everything that reaches past the sides of the page or makes something scroll sideways. */
export function widerThanThePage(): string[] {
  const width = document.documentElement.clientWidth;
  const name = (element: Element) => `${element.localName}.${String(element.getAttribute('class'))}`;
  return [...document.querySelectorAll('.qr-root *')].flatMap((element) => {
    if (unseen(element)) return [];
    const { overflowX } = getComputedStyle(element);
    if ((overflowX === 'auto' || overflowX === 'scroll') && element.scrollWidth > element.clientWidth + 1)
      return [`${name(element)} scrolls sideways`];
    const { left, right, width: own } = element.getBoundingClientRect();
    if (own === 0 || (right <= width + 1 && left >= -1)) return [];
    const hidden = clips(element).some((clip) => clip.by !== element && clip.left > -Infinity);
    return hidden ? [] : [`${name(element)} from ${Math.round(left)} to ${Math.round(right)}`];
  });
}
