/** Letters of other alphabets that look like Latin ones. */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'аa еe оo рp сc уy хx іi ѕs һh ԁd АA ВB ЕE КK МM НH ОO РP СC ТT ХX ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo'.split(
      ' ',
    ),
  ].map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

const percentDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const base64Decoded = (token: string): string | null => {
  try {
    const decoded = atob(token.replaceAll('-', '+').replaceAll('_', '/'));
    return /^[\x20-\x7e]{6,}$/.test(decoded) ? decoded : null;
  } catch {
    return null;
  }
};

/**
 * A text as somebody would read it: compatibility forms and lookalike letters as plain ones, nothing invisible, percent
 * escapes undone, and what a long token says in base64 appended. Pure.
 */
export const undisguise = (text: string): string => {
  const plain = percentDecoded(text)
    .normalize('NFKC')
    .replaceAll(/\p{Cf}|\u00ad/gu, '')
    .replaceAll(/[\u0391-\u03c9\u0410-\u0456\u04bb\u0501\u0455]/g, (letter) => lookalikes[letter] ?? letter)
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[’‘]/g, "'");
  const said = (plain.match(/[\w+/-]{12,}={0,2}/g) ?? []).map(base64Decoded).filter((decoded) => decoded !== null);
  return [plain, ...said].join('\n');
};
