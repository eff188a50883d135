/** How large something is, in CSS pixels along and across the lines of text. */
export interface Size {
  readonly inline: number;
  readonly block: number;
}

/** A size and where it begins: from the start of the line and from the top, so that right-to-left needs nothing more. */
export interface Box extends Size {
  readonly inlineStart: number;
  readonly blockStart: number;
}
