// Where Chromium and Firefox are on this machine, and how the tests start them.
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

/** Path of an installed Firefox, or undefined: then what needs one is skipped, and says so. */
export function firefoxPath() {
  return [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}

/** The same for Firefox, which Playwright drives through WebDriver BiDi: the distribution's own, not a patched one. */
export function firefoxLaunchOptions() {
  const executablePath = firefoxPath();
  return {
    channel: 'moz-firefox',
    ...(executablePath !== undefined && { executablePath }),
    firefoxUserPrefs: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'media.autoplay.default': 0,
    },
  };
}

/** Path of coturn, the TURN server some specs start, or undefined: then they are skipped, and say so. */
export function turnServerPath() {
  return [process.env.TURNSERVER_PATH, '/usr/bin/turnserver', '/opt/homebrew/bin/turnserver'].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}
