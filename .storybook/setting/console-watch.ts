const watched = ['error', 'warn'] as const;

const asText = (value: unknown): string => (value instanceof Error ? String(value.stack) : String(value));

/** Collects what is written as an error or a warning until it is asked for; then everything is as before. */
export function watchConsole(): () => readonly string[] {
  const said: string[] = [];
  const own = watched.map((level) => {
    const write = console[level].bind(console);
    console[level] = (...values: unknown[]) => {
      said.push(`console.${level}: ${values.map(asText).join(' ')}`);
      write(...values);
    };
    return () => {
      console[level] = write;
    };
  });
  return () => {
    for (const putBack of own) putBack();
    return said;
  };
}
