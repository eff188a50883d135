import { Person } from './support/person.ts';
import { expect, test } from './support/test.ts';

test('a second tab of the same person takes the visit over, and the first lets go of everything', async ({
  arrives,
}) => {
  const clinician = await arrives('clinician');
  const first = await arrives('patient');
  await clinician.comesIn();
  await first.comesIn();
  await clinician.admits('Iskandra Plumthwaite');
  await clinician.sees('patient');

  const second = new Person('patient', first.context, await first.context.newPage());
  await second.page.goto(first.page.url());
  await second.comesIn();

  await expect(first.page.getByRole('heading', { name: 'The visit is open somewhere else' })).toBeVisible();
  await expect.poll(() => first.holds()).toMatchObject({ liveTracks: 0, openConnections: 0, openSockets: 0 });

  // Whoever has the link may sit at the other page: they are let in anew.
  await clinician.admits('Iskandra Plumthwaite');
  await second.isIn();
  await clinician.sees('patient');
  await second.sees('clinician');
  expect((await clinician.pictures()).filter(({ of }) => of === 'patient')).toHaveLength(1);
  expect([...first.complaints, ...second.complaints]).toEqual([]);
});
