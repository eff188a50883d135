const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]/gu, '');

const reversed = (text: string): string => Array.from(text).reverse().join('');

/** Whether two words differ by at most one letter put in, left out or changed. */
const nearly = (one: string, other: string): boolean => {
  if (Math.abs(one.length - other.length) > 1) return false;
  let [first, second] = [0, 0];
  let spare = 1;
  while (first < one.length && second < other.length) {
    if (one[first] === other[second]) {
      first += 1;
      second += 1;
      continue;
    }
    if (spare === 0) return false;
    spare -= 1;
    if (one.length >= other.length) first += 1;
    if (other.length >= one.length) second += 1;
  }
  return one.length - first + other.length - second <= spare;
};

/**
 * Whether a text holds one of the host's known identifiers: as it is, written together, backwards, without accents, or
 * as a long word with one letter wrong. Compared here and nowhere else. Identifiers under 4 letters are ignored: they
 * are in every text.
 */
export const holdsKnown = (text: string, known: readonly string[]): boolean => {
  const whole = folded(text);
  const words = text.split(/[^\p{L}\p{M}\d]+/u).map(folded);
  return known.map(folded).some((identifier) => {
    if (identifier.length < 4) return false;
    if (whole.includes(identifier) || whole.includes(reversed(identifier))) return true;
    return identifier.length >= 6 && words.some((word) => nearly(word, identifier));
  });
};
