import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, firefox, test as base, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import type { Role } from '@quietroom/core';
import { chromiumArgs, chromiumLaunchOptions, firefoxLaunchOptions } from '../../../../scripts/browsers.mjs';
import { layLine, type CuttableLine } from './cuttable-line.ts';
import { startDemo, type DemoProcess } from './demo-process.ts';
import { Person } from './person.ts';
import { writePicture } from './picture.ts';
import { installProbe } from './probe.ts';
import { freeze } from './processes.ts';

/** A browser of one person's own: its processes are shared with nobody, its camera shows their colour. */
interface OwnBrowser {
  readonly browser: Browser;
  /** Stops its processes; the answer wakes them. */
  freeze(): () => void;
  close(): Promise<void>;
}

const cameras = fileURLToPath(new URL('../../../../test-results/cameras', import.meta.url));

/** Which browser somebody comes with. Firefox's fake camera has no colour of theirs, and it cannot be frozen. */
export type BrowserKind = 'chromium' | 'firefox';

const launchFirefox = async (): Promise<OwnBrowser> => {
  const browser = await firefox.launch(firefoxLaunchOptions());
  return {
    browser,
    freeze: () => {
      throw new Error('Only Chromium can be frozen here: Playwright does not tell which process Firefox is.');
    },
    close: () => browser.close(),
  };
};

const launchChromium = async (role: Role): Promise<OwnBrowser> => {
  mkdirSync(cameras, { recursive: true });
  const camera = join(cameras, `${role}.y4m`);
  writePicture(camera, role);
  const server = await chromium.launchServer({
    ...chromiumLaunchOptions(),
    args: [...chromiumArgs, `--use-file-for-fake-video-capture=${camera}`],
  });
  const { pid } = server.process();
  if (pid === undefined) throw new Error('The browser has no process, so it cannot be frozen. Check CHROMIUM_PATH.');
  return {
    browser: await chromium.connect(server.wsEndpoint()),
    freeze: () => freeze(pid),
    close: () => server.close(),
  };
};

/** What a person brings: how their browser is set up, and what the address says beside their role. */
export interface Arrival {
  /** Added to the address, for example `theme=dark`. */
  readonly query?: string;
  readonly context?: BrowserContextOptions;
  /** Chromium unless said otherwise. */
  readonly browser?: BrowserKind;
  /** Another line to the server than the test's own. */
  readonly origin?: string;
  /** Another visit than the test's own. */
  readonly visit?: string;
  /** Another page than the visit's own. */
  readonly path?: string;
  /** Prepares the page before it opens. */
  readonly before?: (page: Page) => unknown;
}

interface WorkerFixtures {
  readonly demo: DemoProcess;
  readonly browsers: (role: Role, kind?: BrowserKind) => Promise<OwnBrowser>;
}

interface TestFixtures {
  /** The line between every browser and the server. */
  readonly line: CuttableLine;
  readonly origin: string;
  /** A fresh visit. */
  readonly visitId: string;
  /** Opens the visit's page as somebody, in their own browser. */
  readonly arrives: (role: Role, arrival?: Arrival) => Promise<Person>;
  /** A client written by hand, on a page of its own in that role’s browser. */
  readonly intrudes: (role: Role) => Promise<Page>;
  /** Freezes somebody's browser; the answer wakes it. */
  readonly freezes: (role: Role) => Promise<() => void>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  demo: [
    async ({}, provide) => {
      const demo = await startDemo({ DEMO_PAGES: 'dist/e2e' });
      await provide(demo);
      await demo.stop();
    },
    { scope: 'worker' },
  ],
  browsers: [
    async ({}, provide) => {
      const open = new Map<string, Promise<OwnBrowser>>();
      await provide((role, kind = 'chromium') => {
        const key = kind === 'firefox' ? kind : role;
        const browser = open.get(key) ?? (kind === 'firefox' ? launchFirefox() : launchChromium(role));
        open.set(key, browser);
        return browser;
      });
      await Promise.all([...open.values()].map(async (browser) => (await browser).close()));
    },
    { scope: 'worker' },
  ],
  line: async ({ demo }, provide) => {
    const line = await layLine(demo.port);
    await provide(line);
    await line.close();
  },
  origin: async ({ line }, provide) => {
    await provide(`http://localhost:${line.port}`);
  },
  visitId: async ({}, provide) => {
    await provide(randomUUID());
  },
  arrives: async ({ browsers, origin, visitId }, provide, testInfo) => {
    const people: Person[] = [];
    await provide(
      async (
        role,
        { query = '', context: options = {}, visit = visitId, path, before, browser: kind, ...arrival } = {},
      ) => {
        const { browser } = await browsers(role, kind);
        const context = await browser.newContext({ locale: 'en', ...options });
        context.setDefaultTimeout(20_000);
        await context.addInitScript(installProbe);
        const person = new Person(role, context, await context.newPage());
        people.push(person);
        await before?.(person.page);
        const ownPage = `/visit/${visit}?as=${role}${query === '' ? '' : `&${query}`}`;
        await person.page.goto(`${arrival.origin ?? origin}${path ?? ownPage}`);
        return person;
      },
    );
    for (const [index, { role, page, complaints }] of testInfo.status === testInfo.expectedStatus
      ? []
      : people.entries()) {
      await page.screenshot({ path: testInfo.outputPath(`${index}-${role}.png`) }).catch(() => undefined);
      if (complaints.length > 0) console.error(`The ${role}’s page said:\n${complaints.join('\n')}`);
    }
    await Promise.all(people.map(({ context }) => context.close()));
  },
  intrudes: async ({ browsers, origin }, provide) => {
    const pages: Page[] = [];
    await provide(async (role) => {
      const page = await (await browsers(role)).browser.newPage();
      pages.push(page);
      await page.goto(`${origin}/hostile.html`);
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
  },
  freezes: async ({ browsers }, provide) => {
    const wakes: (() => void)[] = [];
    await provide(async (role) => {
      const wake = (await browsers(role)).freeze();
      wakes.push(wake);
      return wake;
    });
    for (const wake of wakes) wake();
  },
});

export { expect } from '@playwright/test';
