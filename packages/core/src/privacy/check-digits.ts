const digitsOf = (text: string): number[] => Array.from(text.replaceAll(/\D/g, ''), Number);

/** The check of payment cards, telephones’ serial numbers and, with a prefix, clinicians’ numbers (ISO/IEC 7812-1). */
export const passesLuhn = (text: string): boolean => {
  const digits = digitsOf(text).reverse();
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return digits.length > 1 && sum % 10 === 0;
};

/** The check of international bank account numbers (ISO 13616). */
export const passesIban = (text: string): boolean => {
  const compact = text.replaceAll(/\s/g, '').toUpperCase();
  const turned = compact.slice(4) + compact.slice(0, 4);
  const digits = Array.from(turned, (character) => Number.parseInt(character, 36).toString()).join('');
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
};

/** The check of a number under which a clinician may prescribe controlled substances (United States). */
export const passesDea = (text: string): boolean => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, check = 0] = digitsOf(text);
  return (a + c + e + 2 * (b + d + f)) % 10 === check;
};

const vinValues: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from('ABCDEFGH', (letter, index) => [letter, index + 1] as const).concat(
    Array.from('JKLMN', (letter, index) => [letter, index + 1] as const),
    [
      ['P', 7],
      ['R', 9],
    ],
    Array.from('STUVWXYZ', (letter, index) => [letter, index + 2] as const),
  ),
);
const vinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** The check of a vehicle identification number (49 CFR 565.15). */
export const passesVin = (text: string): boolean => {
  const sum = Array.from(text.toUpperCase()).reduce(
    (total, character, index) => total + (vinValues[character] ?? Number(character)) * (vinWeights[index] ?? 0),
    0,
  );
  const check = sum % 11;
  return text.charAt(8).toUpperCase() === (check === 10 ? 'X' : check.toString());
};
