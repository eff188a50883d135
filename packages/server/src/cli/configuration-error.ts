/** A deployment could not be read. Says where and why; never repeats a value, which may be a secret. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}
