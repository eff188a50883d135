import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const host = 'https://quillmoor.whereby.com';
const room = `${host}/0b3f9c52-6a1e-4f6b-9d0c-1b7f2f7f9a10`;

/** What the vendor's page is asked with. Offline, a stand-in answers: it can say what it was told, and nothing else. */
const standIn = async (context: BrowserContext) => {
  const asked: { readonly url: URL; readonly headers: Record<string, string> }[] = [];
  await context.route(/^https:\/\/([\w-]+\.)*(whereby\.com|whereby\.dev|appearin\.net)\//, async (route) => {
    const request = route.request();
    asked.push({ url: new URL(request.url()), headers: await request.allHeaders() });
    await route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: '<!doctype html><title>Room</title><h1>The vendor’s page</h1>',
    });
  });
  return asked;
};

/** The demo's own policy frames nobody. A host that shows the vendor's interface has to allow that, and its inline style. */
const allowsTheFrame = (page: Page) =>
  page.route(/\/whereby-embed\.html/, async (route) => {
    const response = await route.fetch();
    const policy = `default-src 'self'; style-src 'self' 'unsafe-inline'; frame-src ${host}`;
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });

test('the vendor’s own element, unguarded, is told a pseudonym and what is off, and nothing of the page', async ({
  arrives,
}) => {
  let asked: Awaited<ReturnType<typeof standIn>> = [];
  const opens = (query: string) =>
    arrives('clinician', {
      path: `/whereby-embed.html?patient=Zylphia-Quonsett&${query}`,
      before: async (page) => {
        asked = await standIn(page.context());
        await allowsTheFrame(page);
      },
    });

  await test.step('it shows the room', async () => {
    const { page } = await opens(`room=${encodeURIComponent(`${room}?roomKey=k.e.y`)}`);
    await expect(
      page.frameLocator('whereby-embed iframe').getByRole('heading', { name: 'The vendor’s page' }),
    ).toBeVisible();
    // StrictMode mounts twice; the element asks once.
    expect(asked.map(({ url }) => url.origin + url.pathname)).toEqual([room]);
    const [{ url, headers } = { url: new URL(room), headers: {} }] = asked;
    const { displayName, ...told } = Object.fromEntries(url.searchParams);
    expect(displayName).toMatch(/^Clinician [BCDFGHJKLMNPQRSTVWXZ2-9]{4}$/);
    expect(told).toEqual({
      roomKey: 'k.e.y',
      jsApi: 'true',
      we: '1',
      iframeSource: 'quillmoor',
      chat: 'off',
      people: 'off',
      recording: 'off',
      roomIntegrations: 'off',
      breakout: 'off',
      emptyRoomInvitation: 'off',
    });
    expect(JSON.stringify({ url, headers })).not.toMatch(/zylphia/i);
    expect(headers).not.toHaveProperty('referer');

    await page.evaluate(() => dispatchEvent(new Event('visit-over')));
    await expect(page.locator('iframe')).toHaveCount(0);
  });

  await test.step('with real patients it is refused, and the vendor is not asked for anything', async () => {
    const { page } = await opens(`policy=usHipaa&room=${encodeURIComponent(`${room}?roomKey=k.e.y`)}`);
    await expect(page.getByRole('alert')).toContainText('UnguardedEmbedRefused');
    await expect(page.getByRole('alert')).toContainText('Q-CONSENT-FIRST');
    expect(asked).toEqual([]);
  });

  await test.step('unless each rule it gives up has its reason in the policy', async () => {
    const { page } = await opens(`policy=written&room=${encodeURIComponent(`${room}?roomKey=k.e.y`)}`);
    await expect(page.frameLocator('whereby-embed iframe').getByRole('heading')).toBeVisible();
  });

  await test.step('an address with anything else in it is refused', async () => {
    const { page } = await opens(`room=${encodeURIComponent(`${room}?roomKey=k.e.y&displayName=Zylphia`)}`);
    await expect(page.getByRole('alert')).toContainText('RoomReferenceError');
    expect(asked).toEqual([]);
  });
});
