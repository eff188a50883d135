import type { Page } from '@playwright/test';
// Gives the specs the type of what the hostile page offers.
import type {} from './hostile/hostile-client.ts';
import { expect, test } from './support/test.ts';

const said = 'The swelling went down on Tuesday.';

/** Everything the relay told this client. */
const heard = (page: Page) =>
  page.evaluate(() =>
    globalThis.hostile.fromRelay.map((frame) => JSON.parse(frame) as { type: string; view?: { room: unknown } }),
  );
const admission = (page: Page) => page.evaluate(() => globalThis.hostile.admission);

test('whoever is not admitted gets no picture, no message, no name and no number, whatever their client does', async ({
  arrives,
  intrudes,
  visitId,
}) => {
  const clinician = await arrives('clinician');
  const patient = await arrives('patient');
  await clinician.comesIn();
  await patient.comesIn();
  await clinician.admits('Iskandra Plumthwaite');
  await patient.sees('clinician');
  // More than anybody outside could know: the ids of those inside.
  const inside = clinician.idsSeen;
  expect(inside).toHaveLength(2);
  const connections = () => clinician.page.evaluate(() => globalThis.probe.connections.length);
  const before = await connections();

  const stranger = await intrudes('observer');
  await stranger.evaluate((visit) => globalThis.hostile.enters(visit, 'observer'), visitId);
  const triesEverything = () =>
    stranger.evaluate(async (participants) => {
      const { hostile } = globalThis;
      for (const participant of participants) {
        for (const type of ['admit', 'remove', 'mute', 'askToUnmute', 'decline']) hostile.asks({ type, participant });
        await hostile.callsOut(participant);
      }
      hostile.asks({ type: 'admit', participant: hostile.selfId });
      hostile.asks({ type: 'lock', locked: true });
      hostile.asks({ type: 'raiseHand', raised: true });
      hostile.asks({ type: 'endForEveryone' });
    }, inside);

  await test.step('it tries everything at the door, knocks, and tries everything again', async () => {
    expect(await admission(stranger)).toBe('outside');
    await triesEverything();
    await stranger.evaluate(() => {
      globalThis.hostile.asks({ type: 'knock' });
    });
    await expect.poll(() => admission(stranger)).toBe('knocking');
    await expect(clinician.button(/^Admit.*Halvarde Squillthorpe/)).toBeVisible();
    await triesEverything();
  });

  await test.step('meanwhile the visit goes on', async () => {
    await clinician.writes('Iskandra Plumthwaite', said);
    await patient.opens('Chat');
    await expect(patient.chat.getByText(said)).toBeVisible();
    await patient.control(/^Mute microphone/).click();
    await expect(patient.control(/^Unmute microphone/)).toBeVisible();
    await patient.sees('clinician');
  });

  await test.step('it was refused everything but its knock, and shown nothing but itself', async () => {
    const answers = async () => (await heard(stranger)).filter(({ type }) => type === 'refused' || type === 'done');
    await expect.poll(async () => (await answers()).length).toBe(2 * 14 + 1);
    expect((await answers()).filter(({ type }) => type === 'done')).toHaveLength(1);
    const frames = await heard(stranger);
    expect(new Set(frames.map(({ type }) => type))).not.toContain('signal');
    for (const { view } of frames) if (view) expect(view.room).toBeNull();
    for (const needle of [...inside, said, 'Clinician', 'Patient', 'Wexcastle', 'Plumthwaite']) {
      expect(await stranger.evaluate((text) => globalThis.hostile.holds(text), needle)).toBe(false);
    }
    expect(await stranger.evaluate(() => globalThis.hostile.fromPeople.messages)).toEqual([]);
    expect(await stranger.evaluate(() => globalThis.hostile.framesReceived())).toBe(0);
  });

  await test.step('and nobody inside noticed more than the knock', async () => {
    const id = await stranger.evaluate(() => globalThis.hostile.selfId);
    const signals = [...clinician.fromRelay, ...patient.fromRelay].filter((frame) => frame.includes('"type":"signal"'));
    expect(signals.length).toBeGreaterThan(0);
    expect(signals.filter((frame) => frame.includes(id))).toEqual([]);
    expect(await connections()).toBe(before);
    await expect(patient.visit.getByText(/Observer|Squillthorpe/)).toHaveCount(0);
  });
});

test('without a pass the relay says nothing but a question, and hangs up on anything but its answer', async ({
  arrives,
  intrudes,
  visitId,
}) => {
  const clinician = await arrives('clinician');
  await clinician.comesIn();
  await clinician.isIn();

  const stranger = await intrudes('observer');
  const answersTo = (attempt: string) =>
    stranger.evaluate(
      async ({ visit, words }) => {
        const frames: string[] = [];
        const socket = new WebSocket(`ws://${window.location.host}/relay?room=${visit}`);
        socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
          const { type } = JSON.parse(data) as { type: string };
          frames.push(type);
          if (type === 'challenge') socket.send(words);
        });
        await new Promise((resolve) => {
          socket.addEventListener('close', resolve);
        });
        return frames;
      },
      { visit: visitId, words: attempt },
    );
  expect(await answersTo('not even JSON')).toEqual(['challenge']);
  expect(await answersTo('{"type":"leave"}')).toEqual(['challenge']);
  const enter = { type: 'enter', pass: 'a.b.c', publicKey: 'AAAA', answer: 'AAAA' };
  expect(await answersTo(JSON.stringify(enter))).toEqual(['challenge', 'denied']);
  expect(await answersTo(JSON.stringify({ type: 'resume', secret: 'AAAA' }))).toEqual(['challenge', 'denied']);
});
