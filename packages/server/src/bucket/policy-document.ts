/** A plain JSON object, or null for everything else. */
export const asRecord = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;

/** What AWS allows to be one text or several, as a list; null when it is anything else, or empty. */
export const asTexts = (value: unknown): readonly string[] | null => {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.filter((entry) => typeof entry === 'string');
  return texts.length > 0 && texts.length === list.length ? texts : null;
};

/** The settings inside the envelope that the AWS command line prints them in, or the value itself. */
export const inside = (value: unknown, envelope: string): unknown => {
  const record = asRecord(value);
  return record !== null && Object.hasOwn(record, envelope) ? record[envelope] : value;
};

/** The statements of a policy, given as JSON text or parsed, wrapped by AWS or bare; null when it cannot be read. */
export const readStatements = (policy: unknown): readonly Readonly<Record<string, unknown>>[] | null => {
  let document = inside(policy, 'Policy');
  if (typeof document === 'string') {
    try {
      document = JSON.parse(document) as unknown;
    } catch {
      return null;
    }
  }
  const found = asRecord(document)?.['Statement'];
  const list: readonly unknown[] = Array.isArray(found) ? found : [found];
  const statements = list.map(asRecord).filter((statement) => statement !== null);
  return statements.length > 0 && statements.length === list.length ? statements : null;
};
