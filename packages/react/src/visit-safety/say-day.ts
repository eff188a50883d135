/** An ISO day, for example `2031-02-03`, in the person's language; as it is where it is none. */
export const sayDay = (locale: string, day: string | null): string => {
  const at = Date.parse(`${day ?? ''}T00:00:00Z`);
  return Number.isNaN(at)
    ? (day ?? '')
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
};
