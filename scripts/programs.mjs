// Installs the programs that the tests drive, where that may be done unasked.
import { chromiumPath, firefoxPath, turnServerPath } from './browsers.mjs';
import { has, run } from './toolchain.mjs';

/** Whether packages may be installed without asking: as root, with apt-get, where nobody sits in front of it. */
function mayInstall() {
  const unattended = process.env.CI !== undefined || process.env.DISPLAY === undefined;
  return process.getuid?.() === 0 && has('apt-get') && unattended;
}

let updated;

/** Installs packages without their recommendations. Services that come with them are not started. */
async function installPackages(names) {
  // Run level 1 tells Debian's own scripts to start nothing.
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  updated ??= run('apt-get', ['-qq', 'update'], { env });
  const { output } = await updated;
  const installed = await run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...names], { env });
  return { code: installed.code, output: output + installed.output };
}

/** Debian's Chromium where we may install it, Playwright's own elsewhere. */
export async function installChromium() {
  if (mayInstall()) {
    console.log('Installing Chromium (once, about a minute) ...');
    const { code, output } = await installPackages(['chromium', 'fonts-noto-core']);
    if (code === 0 && chromiumPath()) return;
    console.error(output);
  }
  if (has('apt-get')) console.log('Installing it yourself is quicker: sudo apt-get install chromium');
  console.log("No Chromium found. Fetching Playwright's ...");
  const { code, output } = await run('playwright', ['install', '--only-shell', 'chromium']);
  if (code === 0) return;
  console.error(output);
  console.error('The browser tests need Chromium. Install it, or set CHROMIUM_PATH to an existing one.');
}

/** What a few end-to-end tests need beside Chromium. Where it cannot be had they are skipped, and say why. */
export async function installPartners() {
  const partners = [
    { program: 'firefox-esr', there: () => firefoxPath() !== undefined, reason: 'FIREFOX_MISSING' },
    { program: 'coturn', there: () => turnServerPath() !== undefined, reason: 'TURN_MISSING' },
  ];
  const missing = partners.filter(({ there }) => !there());
  if (missing.length === 0) return;
  const names = missing.map(({ program }) => program);
  let why = 'this may not be installed unasked here (it takes root, apt-get and CI or no display)';
  if (mayInstall()) {
    console.log(`Installing ${names.join(' and ')} (once, about half a minute) ...`);
    // One by one: what the distribution lacks must not keep the other away.
    for (const name of names) {
      const { code, output } = await installPackages([name]);
      if (code !== 0) console.error(output);
    }
    why = 'apt-get could not install it; its own words are above';
  }
  for (const { program, there, reason } of missing) {
    if (there()) continue;
    process.env[reason] = `There is no ${program}: ${why}. By hand: apt-get install ${program}`;
    console.error(`SKIPPING what needs ${program}: ${why}.`);
  }
}
