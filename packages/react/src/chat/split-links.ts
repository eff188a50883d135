/** A piece of a message: plain text, or the address of a page. */
export type TextPiece = { readonly text: string } | { readonly text: string; readonly address: URL };

const address = /https?:\/\/[^\s<>"']+/giu;
/** Punctuation that ends a sentence rather than an address. */
const trailing = /[.,;:!?)\]}]+$/u;

/** Finds the http and https addresses in a text. Nothing else is ever taken for a link. */
export function splitLinks(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const written = match[0].replace(trailing, '');
    if (!URL.canParse(written)) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: written, address: new URL(written) });
    end = match.index + written.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}
