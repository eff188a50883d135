const interactive =
  'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=button], [role=option], [role=checkbox], [role=switch], [role=menuitem], [role=tab], [role=slider]';

/** What a finger meets: a small box belongs to its label, which can be pressed as well. */
const targetOf = (element: Element): Element =>
  (element instanceof HTMLInputElement ? element.labels?.[0] : null) ?? element;

/** A link in a sentence has the height of its line (WCAG 2.5.8, exception “inline”). */
const inSentence = (element: Element): boolean => getComputedStyle(element).display === 'inline';

/** Every target of the visit that can be seen and is smaller than this many CSS pixels either way. */
export function targetsBelow(pixels: number): string[] {
  return [...document.querySelectorAll(`.qr-root :is(${interactive})`)].flatMap((element) => {
    const target = targetOf(element);
    if (!target.checkVisibility({ visibilityProperty: true }) || inSentence(target)) return [];
    const { width, height } = target.getBoundingClientRect();
    if (width >= pixels - 0.1 && height >= pixels - 0.1) return [];
    return [
      `${Math.round(width)} × ${Math.round(height)}: ${target.getAttribute('aria-label') ?? target.textContent.trim().slice(0, 40)} .${target.className}`,
    ];
  });
}
