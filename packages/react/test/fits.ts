const name = (element: Element): string => {
  const words = element.textContent.trim().slice(0, 40);
  const classes = element.getAttribute('class');
  return `<${element.localName}${classes === null ? '' : ` class="${classes}"`}> “${words}”`;
};

const shown = (element: Element): boolean =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });

const hasWords = (element: Element): boolean =>
  [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');

/** Only to the ear: not there to be seen whole. */
const isHeardOnly = (element: Element): boolean => element.closest('.qr-hidden, select, [aria-hidden=true]') !== null;

/** Ends in an ellipsis by its own style, and so says that there is more. */
const saysThatThereIsMore = (element: Element): boolean => getComputedStyle(element).textOverflow === 'ellipsis';

/**
 * What does not fit into the box: text and controls that reach past its edges, text cut off by what holds it, and
 * anything that would have to be scrolled sideways (WCAG 2.2, 1.4.10 and 1.4.4). What scrolls downwards fits.
 */
export function whatDoesNotFit(box: HTMLElement): readonly string[] {
  const problems: string[] = [];
  const { left, right } = box.getBoundingClientRect();
  for (const element of box.querySelectorAll<HTMLElement>('.qr-root, .qr-root *')) {
    if (!shown(element) || element.clientWidth === 1 || isHeardOnly(element)) continue;
    const { overflowX } = getComputedStyle(element);
    const sideways = element.scrollWidth - element.clientWidth;
    if (sideways > 1 && (overflowX === 'auto' || overflowX === 'scroll'))
      problems.push(`has to be scrolled sideways by ${sideways} px: ${name(element)}`);
    if (!hasWords(element) && element.localName !== 'button') continue;
    const edges = element.getBoundingClientRect();
    if (edges.width === 0) continue;
    if (edges.left < left - 1 || edges.right > right + 1)
      problems.push(
        `reaches past the edge by ${Math.round(Math.max(left - edges.left, edges.right - right))} px: ${name(element)}`,
      );
    if (sideways > 1 && (overflowX === 'hidden' || overflowX === 'clip') && !saysThatThereIsMore(element))
      problems.push(`is cut off: ${name(element)}`);
  }
  return problems;
}
