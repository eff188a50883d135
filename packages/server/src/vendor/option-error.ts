/** Something was asked for that cannot be made. Says which option, why and what to give instead; never its value. */
export class OptionError extends TypeError {
  override readonly name = 'OptionError';
  /** The option that is wrong. */
  readonly option: string;
  /** Why it matters. */
  readonly why: string;
  /** What to give instead. */
  readonly remedy: string;

  constructor(option: string, why: string, remedy: string) {
    super(`\`${option}\` cannot be used. ${why} ${remedy}`);
    this.option = option;
    this.why = why;
    this.remedy = remedy;
  }
}

/**
 * Refuses options that are not an object, or that hold a member nobody here knows: what cannot be expressed by type must
 * not slip through from JavaScript or JSON either. The unknown name is not repeated; it may be anything.
 * @throws OptionError
 */
export const refuseUnknownOptions = (option: string, value: unknown, known: readonly string[]): void => {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  // Inherited members would be read too, so a prototype of somebody's own making counts as unknown.
  const prototype: unknown = isObject ? Object.getPrototypeOf(value) : undefined;
  const isPlain = prototype === Object.prototype || prototype === null;
  if (!isObject || !isPlain || Reflect.ownKeys(value).some((name) => !known.includes(String(name)))) {
    throw new OptionError(
      option,
      'It holds something that has no place in a visit, or that this version does not know.',
      `It may hold: ${known.join(', ')}.`,
    );
  }
};
