import { OptionError } from '../vendor/option-error.ts';

const objectId = /^[0-9a-f]{24}$/;
// A token of characters like > ? ~ cannot be read by the vendor's own SDK, which decodes base64 and not base64url.
const word = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** An id that the vendor gave, of a room or a template. @throws OptionError */
export const checkHmsId = (option: string, value: unknown): string => {
  if (typeof value === 'string' && objectId.test(value)) return value;
  throw new OptionError(
    option,
    'It is not an id of the vendor’s, so it may be somebody’s name for something.',
    'Give the 24 hexadecimal digits from the vendor’s answer or dashboard.',
  );
};

/** A role or an access key: a word. @throws OptionError */
export const checkHmsWord = (option: string, value: unknown): string => {
  if (typeof value === 'string' && word.test(value)) return value;
  throw new OptionError(
    option,
    'It reaches the vendor in every token.',
    'Give up to 64 letters, digits, hyphens and underscores, as in the vendor’s dashboard.',
  );
};
