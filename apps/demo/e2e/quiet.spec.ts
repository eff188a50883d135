import type { Role } from '@quietroom/core';
import { expect, test } from './support/test.ts';

for (const { role, button } of [
  { role: 'clinician', button: 'Join visit' },
  { role: 'patient', button: 'Ask to join' },
] as const satisfies readonly { role: Role; button: string }[]) {
  test(`before the ${role} presses “${button}” the page talks to its own server only, and never to the relay`, async ({
    arrives,
    origin,
    visitId,
  }) => {
    const person = await arrives(role);
    const join = person.button(new RegExp(`^${button}`));
    await expect(join).toBeVisible();
    expect(await person.page.evaluate(() => globalThis.probe.captures)).toBe(0);

    await person.button('Turn on camera and microphone').click();
    await expect(person.button(/^Turn camera off/)).toBeVisible();
    await person.page.waitForLoadState('networkidle');
    const own = /^\/(?:visit\/|assets\/|icon\.svg$|api\/(?:sign-in|trust|roster|today)$)/;
    for (const address of person.requests) {
      const url = new URL(address);
      expect(url.origin).toBe(origin);
      expect(url.pathname).toMatch(own);
    }
    expect(await person.page.evaluate(() => globalThis.probe.connections.length)).toBe(0);

    const relay = person.page.waitForEvent('websocket');
    await join.click();
    expect((await relay).url()).toBe(`${origin.replace('http', 'ws')}/relay?room=${visitId}`);
  });
}
