/** How the element shows that it has the focus: the width of its outline in px, or null where nothing shows. */
export function focusIndicator(element: HTMLElement): number | null {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const width = Number.parseFloat(outlineWidth);
  if (outlineStyle === 'none' || outlineColor === 'rgba(0, 0, 0, 0)' || width < 2) return null;
  return width;
}
