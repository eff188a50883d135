const formats = new Map<string, Intl.DateTimeFormat>();

/** The time of day in a language. The formatter is kept: making one per row is what makes long chats slow. */
export function timeOfDay(locale: string, at: number): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
    formats.set(locale, format);
  }
  return format.format(at);
}
