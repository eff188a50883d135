import type { Box } from './layout/box.ts';

/** Where each element was put last. */
const places = new WeakMap<Element, Box>();

const sameBox = (one: Box | undefined, other: Box): boolean =>
  one !== undefined &&
  one.inlineStart === other.inlineStart &&
  one.blockStart === other.blockStart &&
  one.inline === other.inline &&
  one.block === other.block;

/** Written to the element and not rendered, so that somebody who joins renders nobody else's tile. */
export function put(element: Element | null | undefined, box: Box | null | undefined): void {
  if (!(element instanceof HTMLElement) || !box || sameBox(places.get(element), box)) return;
  places.set(element, box);
  element.style.insetInlineStart = `${box.inlineStart}px`;
  element.style.insetBlockStart = `${box.blockStart}px`;
  element.style.inlineSize = `${box.inline}px`;
  element.style.blockSize = `${box.block}px`;
}
