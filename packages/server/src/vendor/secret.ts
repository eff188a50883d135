import { OptionError } from './option-error.ts';

// Printable ASCII: what secret stores and HTTP headers carry unchanged.
const printable = /^[\x21-\x7e]+$/;

/** Checks that a secret was given and is not a placeholder. @throws OptionError without the secret in it. */
export const checkSecret = (option: string, secret: unknown, shortest = 16): string => {
  if (typeof secret !== 'string' || secret.length < shortest || secret.length > 4096 || !printable.test(secret)) {
    throw new OptionError(
      option,
      'It is missing, too short to be a secret, or holds spaces or line breaks.',
      `Read it from the secret store: at least ${shortest} printable characters.`,
    );
  }
  return secret;
};
