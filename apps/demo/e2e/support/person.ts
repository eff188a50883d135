import { roles, type Role } from '@quietroom/core';
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { canvasColours } from './picture.ts';

/** Somebody at a browser of their own, who does what people do: reads and presses what is on the screen. */
export class Person {
  readonly role: Role;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything their page asked of the network, in order. */
  readonly requests: string[] = [];
  /** Every frame the relay sent them. */
  readonly fromRelay: string[] = [];
  /** What the page complained about. */
  readonly complaints: string[] = [];

  constructor(role: Role, context: BrowserContext, page: Page) {
    this.role = role;
    this.context = context;
    this.page = page;
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('websocket', (socket) => {
      this.requests.push(socket.url());
      socket.on('framereceived', ({ payload }) => this.fromRelay.push(payload.toString()));
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }
  get visit(): Locator {
    return this.page.getByRole('region', { name: 'Video visit' });
  }
  get controls(): Locator {
    return this.page.getByRole('toolbar', { name: 'Visit controls' });
  }
  control(name: RegExp): Locator {
    return this.controls.getByRole('button', { name });
  }
  /** A control, shown: on a phone most are behind “More”. */
  async reaches(name: RegExp): Promise<Locator> {
    await expect(this.control(/^Leave visit/)).toBeVisible();
    const more = this.control(/^More/);
    if (!(await this.control(name).isVisible()) && (await more.isVisible())) await more.click();
    return this.control(name);
  }
  get chat(): Locator {
    return this.page.getByRole('complementary', { name: 'Chat' });
  }
  get participants(): Locator {
    return this.page.getByRole('list', { name: 'Participants' });
  }

  /** The opaque ids of everybody the relay ever showed this person, themselves included. */
  get idsSeen(): readonly string[] {
    const id = /"id":"([\da-f-]{36})"/g;
    return [...new Set(this.fromRelay.flatMap((frame) => [...frame.matchAll(id)].map(([, found = '']) => found)))];
  }

  /** Turns camera and microphone on and presses the button that joins or asks to. */
  async comesIn(): Promise<void> {
    await this.button('Turn on camera and microphone').click();
    await expect(this.button(/^Turn camera off/)).toBeVisible();
    await expect(this.button(/^Mute microphone/)).toBeVisible();
    await this.button(this.role === 'clinician' ? /^Join visit/ : /^Ask to join/).click();
  }

  /** Is in the visit. */
  async isIn(): Promise<void> {
    await expect(this.controls).toBeVisible();
  }

  /** Confirms who is at the door and lets them in. */
  async admits(who: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^Admit.*${who}`) }).click({ timeout: 20_000 });
    const dialog = this.page.getByRole('alertdialog', { name: 'Admit this person?' });
    await dialog.getByRole('checkbox', { name: 'I have checked the name' }).check();
    await dialog.getByRole('checkbox', { name: 'This is the person I expect' }).check();
    await dialog.getByRole('button', { name: /^Admit/ }).click();
    await expect(dialog).toBeHidden();
  }

  /** Opens a panel from the toolbar unless it is open. */
  async opens(panel: 'Chat' | 'People'): Promise<void> {
    const control = await this.reaches(new RegExp(`^${panel}`));
    await expect(control).toBeVisible();
    const open = (await control.getAttribute('aria-expanded')) ?? (await control.getAttribute('aria-pressed'));
    if (open !== 'true') await control.click();
  }

  async writes(to: string | RegExp, text: string): Promise<void> {
    await this.opens('Chat');
    await this.choosesRecipient(to);
    const message = this.chat.getByRole('textbox', { name: 'Message' });
    // Playwright fills a field of Firefox in a way that React takes for its own doing.
    if (this.context.browser()?.browserType().name() === 'firefox') await message.pressSequentially(text);
    else await message.fill(text);
    await this.chat.getByRole('button', { name: /^Send/ }).click();
  }

  async choosesRecipient(to: string | RegExp): Promise<void> {
    await this.chat.getByRole('listbox', { name: 'Message to' }).getByRole('option', { name: to }).click();
  }

  async leaves(): Promise<void> {
    await this.control(/^Leave visit/).click();
    await this.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Leave/ })
      .last()
      .click();
    await expect(this.page.getByRole('heading', { name: 'You have left the visit' })).toBeVisible();
  }

  /** The pictures on the screen: whose colour each shows, and how many frames it has shown. */
  pictures(): Promise<readonly { readonly of: Role; readonly frames: number }[]> {
    return this.visit.evaluate(
      (visit, colours) => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 1;
        const context = canvas.getContext('2d', { willReadFrequently: true });
        return [...visit.querySelectorAll('video')].flatMap((video) => {
          if (!context || video.videoWidth === 0 || video.paused) return [];
          const { videoWidth, videoHeight } = video;
          context.drawImage(video, videoWidth / 2 - 1, videoHeight / 2 - 1, 2, 2, 0, 0, 1, 1);
          const pixel = context.getImageData(0, 0, 1, 1).data;
          const distance = (colour: readonly number[]) =>
            colour.reduce((sum, value, index) => sum + Math.abs(value - (pixel[index] ?? 0)), 0);
          const [nearest] = colours.toSorted((a, b) => distance(a.colour) - distance(b.colour));
          if (!nearest || distance(nearest.colour) > 120) return [];
          return [{ of: nearest.role, frames: video.getVideoPlaybackQuality().totalVideoFrames }];
        });
      },
      roles.map((role) => ({ role, colour: canvasColours[role] })),
    );
  }

  /** Sees the moving picture of somebody, known by its colour. */
  async sees(who: Role): Promise<void> {
    const frames = async () => {
      const pictures = await this.pictures();
      return Math.max(-1, ...pictures.filter(({ of }) => of === who).map((picture) => picture.frames));
    };
    const intervals = [100];
    await expect.poll(frames, { message: `the ${this.role} sees the ${who}`, intervals }).toBeGreaterThan(0);
    const before = await frames();
    const moves = `the ${who}’s picture moves for the ${this.role}`;
    await expect.poll(frames, { message: moves, intervals }).toBeGreaterThan(before + 3);
  }

  /** The sound energy received from others over the next second of sound, 0 when nothing arrives. */
  hears(): Promise<number> {
    return this.page.evaluate(async () => {
      const inbound = async () => {
        let energy = 0;
        let duration = 0;
        for (const connection of globalThis.probe.connections) {
          for (const report of (await connection.getStats()).values() as Iterable<RTCInboundRtpStreamStats>) {
            if (report.type !== 'inbound-rtp' || report.kind !== 'audio') continue;
            energy += report.totalAudioEnergy ?? 0;
            duration += report.totalSamplesDuration ?? 0;
          }
        }
        return { energy, duration };
      };
      const before = await inbound();
      const began = performance.now();
      for (;;) {
        const now = await inbound();
        // The fake microphone beeps once a second; with nobody there no sound passes at all.
        if (now.duration - before.duration > 1.2 || performance.now() - began > 3_000)
          return now.energy - before.energy;
        await new Promise(requestAnimationFrame);
      }
    });
  }

  /** What the page still holds of the visit. All of it must be 0 once it is over. */
  holds(): Promise<{ liveTracks: number; openConnections: number; openSockets: number; stored: number }> {
    return this.page.evaluate(async () => {
      const { tracks, connections, sockets } = globalThis.probe;
      const databases = await indexedDB.databases();
      const cached = await caches.keys();
      return {
        liveTracks: tracks.filter(({ readyState }) => readyState === 'live').length,
        openConnections: connections.filter(({ connectionState }) => connectionState !== 'closed').length,
        openSockets: sockets.filter(({ readyState }) => readyState !== WebSocket.CLOSED).length,
        stored: localStorage.length + sessionStorage.length + databases.length + cached.length + document.cookie.length,
      };
    });
  }
}
