import { OptionError } from '../vendor/option-error.ts';
import { checkSecret } from '../vendor/secret.ts';

/** A header that only the vendor and you know (H1-23, H1-61). */
export interface SecretHeader {
  readonly name: string;
  /** One value, or two while it is being changed. */
  readonly values: readonly string[];
}

/**
 * Compares without telling by the time it takes how much was right. Only the length of what was received shows.
 */
const isSame = (received: string, expected: string): boolean => {
  let difference = received.length ^ expected.length;
  for (let index = 0; index < received.length; index += 1) {
    difference |= received.charCodeAt(index) ^ expected.charCodeAt(index % expected.length);
  }
  return difference === 0;
};

/** One or two secrets, checked. @throws OptionError */
export const checkSecrets = (option: string, secrets: unknown): readonly string[] => {
  if (!Array.isArray(secrets) || secrets.length < 1 || secrets.length > 2) {
    throw new OptionError(option, 'Nothing can be verified without a secret.', 'Give one, or two while changing it.');
  }
  return secrets.map((secret) => checkSecret(option, secret));
};

/** Prepares the check for a secret header. @throws OptionError */
export const createSecretHeaderCheck = (header: SecretHeader): ((headers: Headers) => boolean) => {
  const { name } = header;
  if (typeof name !== 'string' || !/^[A-Za-z0-9-]{1,64}$/.test(name)) {
    throw new OptionError('secretHeader', 'It has no name.', 'Give the header’s name, as in the vendor’s dashboard.');
  }
  const values = checkSecrets('secretHeader', header.values);
  return (headers) => {
    const received = headers.get(name) ?? '';
    // All are compared, so that the time does not tell which one was near.
    return values.map((value) => isSame(received, value)).includes(true);
  };
};
