/** A rule as text. What it imports is put in its place: a constructed sheet imports nothing. */
const textOf = (rule: CSSRule): string => {
  if (!(rule instanceof CSSImportRule)) return rule.cssText;
  const text = [...(rule.styleSheet?.cssRules ?? [])].map(textOf).join('\n');
  const layered = rule.layerName === null ? text : `@layer ${rule.layerName} {${text}}`;
  return rule.media.length === 0 ? layered : `@media ${rule.media.mediaText} {${layered}}`;
};

/**
 * Gives a window the styles of a page, the host's own variables among them. As constructed sheets, which a policy without
 * `unsafe-inline` lets through; a sheet of another origin that cannot be read is linked again under its own address.
 */
export function carryStyles(page: Document, view: Window & typeof globalThis): void {
  const sheets: CSSStyleSheet[] = [];
  for (const sheet of [...page.styleSheets, ...page.adoptedStyleSheets]) {
    try {
      const carried = new view.CSSStyleSheet({ baseURL: sheet.href ?? page.baseURI, media: sheet.media.mediaText });
      carried.replaceSync([...sheet.cssRules].map(textOf).join('\n'));
      sheets.push(carried);
    } catch {
      if (sheet.ownerNode instanceof HTMLLinkElement) view.document.head.append(sheet.ownerNode.cloneNode());
    }
  }
  view.document.adoptedStyleSheets = sheets;
}
