/** As much of the browser's interface as is used here; TypeScript does not know it yet. */
interface DocumentPictureInPicture {
  readonly window: Window | null;
  requestWindow(options: { readonly width: number; readonly height: number }): Promise<Window>;
}

/** Undefined where there is none: outside Chromium, and in a page inside another page. */
export function documentPictureInPicture(): DocumentPictureInPicture | undefined {
  if (typeof window === 'undefined' || window.top !== window) return undefined;
  return (window as { documentPictureInPicture?: DocumentPictureInPicture }).documentPictureInPicture;
}

/** Closes the small window if it is open. */
export function closeSmallWindow(): void {
  documentPictureInPicture()?.window?.close();
}
