import { expect, test } from './support/test.ts';

test('a visit with its dialogs asks for nothing that the headers of its page refuse, and no other page may frame it', async ({
  arrives,
  origin,
}) => {
  const refused: string[] = [];
  const clinician = await arrives('clinician', {
    before: async (page) => {
      page.on('console', (message) => {
        if (/Content Security Policy|Permissions policy/i.test(message.text())) refused.push(message.text());
      });
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
          // Told to the console, which the test reads: the page itself keeps nothing.
          console.warn(`Content Security Policy: ${violatedDirective}`);
        });
      });
    },
  });
  const { headers } = await clinician.page.evaluate(async () => {
    const answer = await fetch(location.href);
    return { headers: Object.fromEntries(answer.headers) };
  });
  expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['permissions-policy']).toMatch(/camera=\(self\).*geolocation=\(\)/);

  await clinician.button(/^Join visit/).click();
  await clinician.button(/^Leave visit/).click();
  await expect(clinician.page.getByRole('alertdialog')).toBeVisible();
  await clinician.page.keyboard.press('Escape');
  await clinician.button(/^Step away/).click();
  await clinician.button('Come back').click();
  await expect(clinician.button(/^Leave visit/)).toBeVisible();
  // The document itself is refused to another origin's sockets and scripts.
  const reached = await clinician.page.evaluate(() =>
    fetch('https://elsewhere.invalid/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(reached).toBe('refused');
  expect(refused.filter((text) => !/connect-src|elsewhere/.test(text))).toEqual([]);
  expect(refused.some((text) => /connect-src/.test(text))).toBe(true);
  expect(origin).toMatch(/^http:/);
});
