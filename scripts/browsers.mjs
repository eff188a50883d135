// Where Chromium is on this machine, and how the tests start it.
import { existsSync } from 'node:fs';

/** Path of an installed Chromium, or undefined: then Playwright looks for its own download. */
export function chromiumPath() {
  return [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}

/** A fake camera and microphone, no permission prompt, and no request to the browser's own services. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

/** Playwright launch options. `executablePath` is absent, not undefined, when no browser was found. */
export function chromiumLaunchOptions() {
  const executablePath = chromiumPath();
  return { args: chromiumArgs, ...(executablePath !== undefined && { executablePath }) };
}
