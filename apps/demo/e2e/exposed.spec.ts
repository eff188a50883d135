import { startDemo } from './support/demo-process.ts';
import { expect, test } from './support/test.ts';

test.describe('a demo that other machines can reach', () => {
  test('asks for the clinician’s key, and lets nobody else be clinician', async ({ arrives, visitId }) => {
    const demo = await startDemo({ DEMO_PAGES: 'dist/e2e', HOST: '0.0.0.0', DEMO_CLINICIAN_KEY: 'brass-heron' });
    const address = `http://localhost:${demo.port}`;
    const person = await arrives('clinician');
    const { page } = person;
    await page.goto(address);
    await expect(page.getByText('the clinician’s side asks for a key')).toBeVisible();
    await page.goto(`${address}/visit/${visitId}?as=clinician`);
    await expect(page.getByRole('heading', { name: 'The clinician’s key is needed' })).toBeVisible();

    for (const { key, says } of [
      { key: 'tin-heron', says: 'That is not the key.' },
      { key: 'brass-heron', says: 'Check your camera and microphone' },
    ]) {
      await page.getByLabel('Clinician key').fill(key);
      await person.button('Continue').click();
      await expect(page.getByText(says)).toBeVisible();
    }
    await page.goto(`${address}/visit/${visitId}?as=patient`);
    await expect(person.button(/^Ask to join/)).toBeVisible();
    await demo.stop();
    expect(demo.output().trim()).toBe(`Quietroom demo: ${address}`);
  });

  test('has no clinician at all when it was started without a key, and says so', async ({ arrives, visitId }) => {
    const demo = await startDemo({ DEMO_PAGES: 'dist/e2e', HOST: '0.0.0.0', DEMO_CLINICIAN_KEY: '' });
    const { page } = await arrives('clinician');
    await page.goto(`http://localhost:${demo.port}`);
    await expect(page.getByText('so nobody can be clinician')).toBeVisible();
    await page.goto(`http://localhost:${demo.port}/visit/${visitId}?as=clinician`);
    await page.getByLabel('Clinician key').fill('anything');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByText('That is not the key.')).toBeVisible();
    await demo.stop();
  });
});
