declare global {
  /** Where the library behind the dialogs looks for the nonce of the style element it adds. */
  var __webpack_nonce__: string | undefined;
}

/** Passes this response's nonce on, so that the content security policy lets dialogs keep the page behind them still. */
export const passOnStyleNonce = (): void => {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  globalThis.__webpack_nonce__ = meta?.nonce;
};
