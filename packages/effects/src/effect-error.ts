/** Every way in which an effect can fail. Closed. */
export type EffectErrorCode = 'file-missing' | 'foreign-files' | 'not-supported' | 'not-started' | 'stopped';

const explanations: Readonly<Record<EffectErrorCode, readonly [what: string, why: string, remedy: string]>> = {
  'file-missing': [
    'A file of the effect is not where `assets` says.',
    'Nothing is fetched from anywhere else, so the effect cannot start.',
    'Run `npx quietroom-effects copy <folder>` into the folder that is served there, and serve each file as it is.',
  ],
  'foreign-files': [
    '`assets` is not on this page’s own origin.',
    'What is fetched elsewhere tells somebody else that a visit takes place, and could be changed by them.',
    'Serve the files from where the page comes from, and give their path, for example `/effects/`.',
  ],
  'not-supported': [
    'This browser lacks what the effect needs.',
    'It would have to send picture or sound without it.',
    'Offer the visit without the effect; the newest version of the browser may have it.',
  ],
  'not-started': [
    'The effect gave nothing in time.',
    'Nothing of it can be sent.',
    'Try again. If it stays so, look for what the content security policy refused: it needs `wasm-unsafe-eval`.',
  ],
  stopped: ['The effect stopped by itself.', 'Nothing comes out of it any more.', 'Turn it on again.'],
};

/** Why an effect failed: what happened, why it matters, what to do. The words are for developers. */
export class EffectError extends Error {
  override readonly name = 'EffectError';
  readonly code: EffectErrorCode;
  /** The file that is missing or unreadable, relative to `assets`. */
  readonly file: string | undefined;

  constructor(code: EffectErrorCode, options: { readonly file?: string | undefined; readonly cause?: unknown } = {}) {
    const { file, cause } = options;
    super(`${explanations[code].join(' ')}${file === undefined ? '' : ` File: ${file}`}`, { cause });
    this.code = code;
    this.file = file;
  }
}
