/**
 * Where the focus can go, nearest first: the element itself, the regions around it that take the focus, and the heading
 * of the screen. Read while the element is in the page, used when it may no longer be.
 */
export function focusPlaces(element: Element | null): readonly HTMLElement[] {
  const places: HTMLElement[] = element instanceof HTMLElement ? [element] : [];
  for (let around = element?.parentElement; around; around = around.parentElement) {
    if (around.hasAttribute('tabindex')) places.push(around);
    places.push(
      ...[around.querySelector<HTMLElement>('[data-qr-screen-heading]')].filter((heading) => heading !== null),
    );
  }
  return places;
}

/** Gives the focus to the nearest place that is still in the page, and shown. */
export function focusNearest(places: readonly HTMLElement[]): void {
  places.find((place) => place.getClientRects().length > 0)?.focus();
}
