import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type {} from './hostile/hostile-client.ts';
import type { Person } from './support/person.ts';
import { expect, test } from './support/test.ts';

const text = 'Take the quillfeather drops at night.';

/** What the demo's audit view says about dropped envelopes, by reason. */
const dropped = async (person: Person): Promise<readonly string[]> => {
  const lines = await person.page.getByRole('list', { name: 'Audit' }).getByRole('listitem').allInnerTexts();
  return lines.flatMap((line) => /envelope-dropped.*reason ([\w-]+)/.exec(line)?.[1] ?? []);
};
const recipients = (person: Person): Promise<string[]> =>
  person.chat.getByRole('listbox', { name: 'Message to' }).getByRole('option').allInnerTexts();

/** Everybody this client sees has a working direct connection to it. */
const isConnected = (page: Page) => expect.poll(() => page.evaluate(() => globalThis.hostile.connected)).toBe(true);

test('a message is readable by its recipient alone, and who only says that they are a clinician is nobody', async ({
  arrives,
  intrudes,
  visitId,
}) => {
  const clinician = await arrives('clinician');
  const patient = await arrives('patient');
  await clinician.comesIn();
  await patient.comesIn();
  await clinician.admits('Iskandra Plumthwaite');

  const listener = await intrudes('observer');
  const impostor = await intrudes('family');
  await test.step('two clients written by hand are let in and connect to everybody', async () => {
    for (const { page, role, name } of [
      { page: listener, role: 'observer', name: 'Halvarde Squillthorpe' },
      { page: impostor, role: 'family', name: 'Pendry Gloamsworth' },
    ]) {
      await page.evaluate((asked) => globalThis.hostile.enters(asked.visit, asked.role), { visit: visitId, role });
      await page.evaluate(() => {
        globalThis.hostile.asks({ type: 'knock' });
      });
      await clinician.admits(name);
    }
    await isConnected(listener);
    await isConnected(impostor);
    await expect.poll(() => listener.evaluate(() => globalThis.hostile.framesReceived())).toBeGreaterThan(0);
  });

  await test.step('one announces itself as clinician and writes to everybody', async () => {
    await impostor.evaluate(async (visit) => {
      await globalThis.hostile.announcesItselfAsClinician(visit);
      globalThis.hostile.sendsMessages();
    }, visitId);
    // Once for the claim, once for the message.
    await expect
      .poll(async () => (await dropped(clinician)).filter((reason) => reason === 'no-valid-pass').length)
      .toBe(2);
  });

  await test.step('neither is offered as a recipient, and the patient can write to one clinician only', async () => {
    await patient.opens('Chat');
    await expect.poll(() => recipients(patient)).toEqual([expect.stringContaining('Dr. Maribonne Wexcastle')]);
    await clinician.opens('Chat');
    await expect.poll(() => recipients(clinician)).toEqual([expect.stringContaining('Iskandra Plumthwaite')]);
    await expect(patient.chat.getByRole('log')).toHaveText(/No messages yet/);
  });

  await test.step('what the patient and the clinician write to each other nobody else can read', async () => {
    await clinician.writes('Iskandra Plumthwaite', text);
    await expect(patient.chat.getByText(text)).toBeVisible();
    await expect(clinician.chat.getByText('Delivered')).toBeVisible();
    const envelopes = await clinician.page.evaluate(() => globalThis.probe.sent);
    const announcements = envelopes.filter((hex) => hex.startsWith('0102'));
    const sealed = envelopes.filter((hex) => hex.startsWith('0101'));
    expect(sealed.length).toBeGreaterThan(0);
    const visible = Buffer.from(text).toString('hex');
    for (const page of [listener, impostor]) {
      const holds = (needle: string) => page.evaluate((asked) => globalThis.hostile.holds(asked), needle);
      // What it was sent it has: a recorder that records nothing would prove nothing.
      expect(await holds(announcements[0]?.slice(0, 100) ?? '')).toBe(true);
      for (const needle of [text, visible, ...sealed.map((hex) => hex.slice(-64))])
        expect(await holds(needle)).toBe(false);
    }
    const elsewhere = [...envelopes, ...clinician.fromRelay, ...patient.fromRelay, ...clinician.requests].join('\n');
    expect(elsewhere).not.toContain(visible);
    expect(elsewhere).not.toContain('quillfeather');
  });
});

test('an envelope that comes twice is read once, and the second is dropped and audited', async ({ arrives }) => {
  const clinician = await arrives('clinician');
  const patient = await arrives('patient', {
    // The way to the clinician repeats whatever is sealed.
    before: (page) =>
      page.addInitScript(() => {
        const method = Object.getOwnPropertyDescriptor(RTCDataChannel.prototype, 'send');
        const send = method?.value as (this: RTCDataChannel, data: Uint8Array) => void;
        RTCDataChannel.prototype.send = function (this: RTCDataChannel, data: unknown) {
          const bytes = data as Uint8Array;
          send.call(this, bytes);
          if (bytes[0] === 1 && bytes[1] === 1) send.call(this, bytes);
        };
      }),
  });
  await clinician.comesIn();
  await patient.comesIn();
  await clinician.admits('Iskandra Plumthwaite');
  const replays = async () => (await dropped(clinician)).filter((reason) => reason === 'replayed').length;
  for (const words of [text, 'And in the morning?']) {
    const before = await replays();
    await patient.writes('Dr. Maribonne Wexcastle', words);
    await clinician.opens('Chat');
    await expect(clinician.chat.getByText(words)).toBeVisible();
    await expect.poll(replays).toBeGreaterThan(before);
  }
  for (const words of [text, 'And in the morning?']) await expect(clinician.chat.getByText(words)).toHaveCount(1);
});

test('a relay that passes two people’s keys off as each other’s reaches refusal, not delivery', async ({
  arrives,
  request,
  origin,
}) => {
  // Which side makes the first offer follows from the order of two ids, and must be the same for the two who are swapped.
  const visit = await test.step('a visit in which the clinician’s id is before or after both others', async () => {
    for (;;) {
      const candidate = randomUUID();
      const post = { headers: { origin }, data: { visit: candidate, as: 'clinician' } };
      const { session } = (await (await request.post(`${origin}/api/sign-in`, post)).json()) as { session: string };
      const asked = await request.get(`${origin}/api/roster?visit=${candidate}`, {
        headers: { authorization: `Bearer ${session}` },
      });
      const { entries } = (await asked.json()) as { entries: { sub: string; name: string }[] };
      const sub = (name: string) => entries.find((entry) => entry.name === name)?.sub ?? '';
      const own = sub('Dr. Maribonne Wexcastle');
      const swapped = [sub('Iskandra Plumthwaite'), sub('Tolliver Anzbridge')] as const;
      if (own < swapped[0] === own < swapped[1]) return { id: candidate, swapped };
    }
  });

  const [one, other] = visit.swapped;
  const clinician = await arrives('clinician', {
    visit: visit.id,
    // What such a relay would do: every word of set-up between the clinician and one of the two goes to the other.
    before: (page) =>
      page.routeWebSocket(/\/relay/, (socket) => {
        const server = socket.connectToServer();
        const sessions = new Map<string, number>();
        const exchanged = (id: unknown) => (id === one ? other : id === other ? one : id);
        socket.onMessage((frame) => {
          const message = JSON.parse(frame.toString()) as Record<string, unknown>;
          if (message['type'] !== 'signal') {
            server.send(frame);
            return;
          }
          const to = exchanged(message['to']);
          server.send(JSON.stringify({ ...message, to, session: sessions.get(String(to)) ?? 0 }));
        });
        server.onMessage((frame) => {
          const message = JSON.parse(frame.toString()) as {
            type: string;
            from?: string;
            view?: { room: { participants: { id: string; session: number }[] } | null };
          };
          for (const { id, session } of message.view?.room?.participants ?? []) sessions.set(id, session);
          if (message.type !== 'signal') {
            socket.send(frame);
            return;
          }
          const from = exchanged(message.from);
          socket.send(JSON.stringify({ ...message, from, session: sessions.get(String(from)) ?? 0 }));
        });
      }),
  });
  const patient = await arrives('patient', { visit: visit.id });
  const interpreter = await arrives('interpreter', { visit: visit.id });
  await clinician.comesIn();
  for (const { person, name } of [
    { person: patient, name: 'Iskandra Plumthwaite' },
    { person: interpreter, name: 'Tolliver Anzbridge' },
  ]) {
    await person.comesIn();
    await clinician.admits(name);
    await person.isIn();
  }

  // The two know each other by a way that was not tampered with.
  await patient.writes('Interpreter', 'Can you hear us?');
  await interpreter.opens('Chat');
  await expect(interpreter.chat.getByText('Can you hear us?')).toBeVisible();

  const disagreements = async () =>
    (await dropped(clinician)).filter((reason) => reason === 'pass-disagrees-with-room').length;
  await expect.poll(disagreements).toBeGreaterThanOrEqual(2);
  await clinician.opens('Chat');
  await expect(clinician.chat.getByText('There is nobody to write to yet.')).toBeVisible();
  await expect(patient.chat.getByRole('option', { name: /Wexcastle/ })).toHaveCount(0);
  await clinician.opens('People');
  await expect(clinician.participants.getByText('Not verified')).toHaveCount(2);
  await expect(clinician.page.getByRole('list', { name: 'People in the visit' })).not.toContainText(
    /Plumthwaite|Anzbridge/,
  );
});
