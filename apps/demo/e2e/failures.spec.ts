import type { Route } from '@playwright/test';
import type {} from './hostile/hostile-client.ts';
import { browserSays, installAnswers, type BrowserAnswer } from './support/browser-answers.ts';
import { layLine } from './support/cuttable-line.ts';
import type { DemoProcess } from './support/demo-process.ts';
import type { Person } from './support/person.ts';
import { stageDemo, type StagedDemo } from './support/staged-demo.ts';
import { expect, test as base } from './support/test.ts';

/*
 * Every failure, provoked on the way a person would meet it, with the local adapter and its relay. The code at the
 * beginning of a step is what `scripts/failures.mjs` reads for docs/failures.md.
 */

const test = base.extend<object, { readonly staged: StagedDemo; readonly demo: DemoProcess }>({
  staged: [
    async ({}, provide) => {
      const staged = await stageDemo();
      await provide(staged);
      await staged.stop();
    },
    { scope: 'worker' },
  ],
  demo: [({ staged }, provide) => provide(staged), { scope: 'worker' }],
});

const isTold = async (person: Person, ...words: readonly (string | RegExp)[]) => {
  for (const said of words) await expect(person.page.getByText(said).first()).toBeVisible();
};
const asks = (patient: Person) => patient.button(/^Ask to join/).click();
const waits = async (patient: Person) => {
  await expect(patient.page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
};

test('what keeps a patient out is told with what to do, and asking again works once it is cured', async ({
  arrives,
  staged,
  line,
  origin,
  visitId,
}) => {
  const patient = await arrives('patient');
  const passes = '**/api/pass';
  const whilePassesAre = async (answer: (route: Route) => Promise<unknown>, ...words: readonly string[]) => {
    await patient.page.route(passes, answer);
    await asks(patient);
    await isTold(patient, ...words);
    await patient.page.unroute(passes);
  };

  await test.step('pass-missing: the clinic’s server gives no pass', () =>
    whilePassesAre(
      (route) => route.fulfill({ status: 403, json: { error: 'not-entitled' } }),
      'This visit link is incomplete.',
      'Open the link from the clinic again, or call the clinic.',
    ));

  await test.step('pass-refused: the pass was changed on its way', () =>
    whilePassesAre(
      async (route) => {
        const { pass } = (await (await route.fetch()).json()) as { pass: string };
        const [head, body, signature = ''] = pass.split('.');
        const other = signature.startsWith('A') ? 'B' : 'A';
        await route.fulfill({ json: { pass: [head, body, other + signature.slice(1)].join('.') } });
      },
      'The clinic could not confirm who you are.',
      'Open the link from the clinic again, or call the clinic.',
    ));

  await test.step('pass-mismatch: the pass is somebody else’s', () =>
    whilePassesAre(
      async (route) => {
        const { publicJwk } = route.request().postDataJSON() as { publicJwk: unknown };
        const ask = async (path: string, data: object, session = '') => {
          const headers = { origin, authorization: `Bearer ${session}` };
          const answer = await patient.page.request.post(`${origin}${path}`, { headers, data });
          return (await answer.json()) as { session: string; pass: string };
        };
        const { session } = await ask('/api/sign-in', { visit: visitId, as: 'family' });
        const { pass } = await ask('/api/pass', { visit: visitId, role: 'family', publicJwk }, session);
        await route.fulfill({ json: { pass } });
      },
      'This page is meant for somebody else in the visit.',
      'Open the link that was sent to you.',
    ));

  await test.step('pass-expired: the relay’s day is later than the pass allows', async () => {
    staged.meets('tomorrow');
    await asks(patient);
    await isTold(patient, 'Your access to this visit has expired.', /^Try again\. If it does not help/);
    staged.meets('usual');
  });

  await test.step('room-unreachable: the line is cut', async () => {
    line.cut();
    await asks(patient);
    await isTold(patient, 'The visit cannot be reached.', 'Check your internet connection and try again.');
    line.mend();
  });

  await test.step('cancelled: a request is withdrawn, which is no failure', async () => {
    await asks(patient);
    await waits(patient);
    await patient.button('Cancel request').click();
    await isTold(patient, 'You are no longer waiting', /You can ask again whenever you are ready/);
  });

  const clinician = await arrives('clinician');
  await clinician.button(/^Join visit/).click();
  await clinician.opens('People');

  await test.step('room-locked: the clinician has locked the visit', async () => {
    await clinician.button('Lock visit').click();
    await expect(clinician.button('Unlock visit')).toBeVisible();
    await asks(patient);
    await isTold(patient, 'The clinician has closed the visit to others.', 'Call the clinic and ask them to open it.');
    await clinician.button('Unlock visit').click();
    await expect(clinician.button('Lock visit')).toBeVisible();
  });

  await test.step('room-full: the last place is taken', async () => {
    const family = await patient.context.newPage();
    await family.goto(`${origin}/hostile.html`);
    await family.evaluate((visit) => globalThis.hostile.enters(visit, 'family'), visitId);
    await family.evaluate(() => {
      globalThis.hostile.asks({ type: 'knock' });
    });
    await clinician.admits('Pendry Gloamsworth');
    await asks(patient);
    await isTold(patient, 'The visit is full.', 'Wait until somebody leaves, then try again.');
    await expect(patient.button('Ask to join again')).toBeVisible();
  });
});

test('a device or a screen that fails in the visit is told with steps, and the visit goes on without it', async ({
  arrives,
}) => {
  const clinician = await arrives('clinician', { before: (page) => page.addInitScript(installAnswers) });
  await clinician.button(/^Join visit/).click();
  await clinician.isIn();

  const doesNotOpen = async (answer: BrowserAnswer, ...words: readonly (string | RegExp)[]) => {
    await browserSays(clinician, 'camera', answer);
    await clinician.control(/^Turn camera on/).click();
    await isTold(clinician, ...words, 'Others cannot see you.');
    await clinician.button('Go on without camera').click();
    await expect(clinician.button('Go on without camera')).toHaveCount(0);
    await expect(clinician.control(/^Turn camera on/)).toBeVisible();
    await browserSays(clinician, 'camera', null);
  };
  await test.step('device-denied: the person or the browser said no', () =>
    doesNotOpen(
      ['NotAllowedError', 'Permission denied'],
      'This page may not use your camera',
      /^Press the sign beside the address of this page/,
    ));
  await test.step('device-blocked: the system keeps it from the browser', () =>
    doesNotOpen(
      ['NotAllowedError', 'Permission denied by system'],
      'Your phone or computer keeps the camera from this browser',
      'Open the privacy settings of your phone or computer.',
    ));
  await test.step('device-missing: there is none', () =>
    doesNotOpen(
      ['NotFoundError', 'Requested device not found'],
      'No camera was found',
      /^If yours has a cable, unplug it/,
    ));
  await test.step('device-busy: another program has it', () =>
    doesNotOpen(
      ['NotReadableError', 'Could not start video source'],
      'Another program is using your camera',
      /^Close other video calls/,
    ));
  await test.step('device-unsuitable: it cannot do what was asked', () =>
    doesNotOpen(['OverconstrainedError', ''], 'The chosen camera does not work here', /^Choose another one/));

  const doesNotShare = async (answer: BrowserAnswer, ...words: readonly (string | RegExp)[]) => {
    await browserSays(clinician, 'screen', answer);
    await clinician.control(/^Share screen/).click();
    await isTold(clinician, ...words);
    await clinician.button('Go on without sharing').click();
    await expect(clinician.button('Go on without sharing')).toHaveCount(0);
  };
  await test.step('screen-share-denied: the browser shares nothing', () =>
    doesNotShare(
      ['NotAllowedError', 'Permission denied'],
      'Your screen was not shared',
      /^Press “Share screen” again/,
    ));
  await test.step('device-blocked: the system keeps the screen from the browser', () =>
    doesNotShare(
      ['NotAllowedError', 'Permission denied by system'],
      'Your phone or computer keeps the screen from this browser',
      'Allow this browser to record the screen.',
    ));
  await test.step('screen-share-unsupported: there is nothing to share', () =>
    doesNotShare(['NotFoundError', ''], 'This browser cannot share the screen', /in a browser on a computer/));
  await test.step('cancelled: a list of windows that was closed is no failure', async () => {
    await browserSays(clinician, 'screen', ['NotAllowedError', 'Permission denied by user']);
    await clinician.control(/^Share screen/).click();
    await expect(clinician.page.locator('[aria-busy=true]')).toHaveCount(0);
    await expect(clinician.control(/^Share screen/)).toBeVisible();
    await expect(clinician.button('Go on without sharing')).toHaveCount(0);
  });
});

test('what goes wrong between two people in the visit is told, and nothing written is lost', async ({
  arrives,
  staged,
  line,
}) => {
  const own = await layLine(staged.port);
  const clinician = await arrives('clinician', {
    before: async (page) => {
      await page.clock.install();
      // What is sealed is not handed over while the switch is on, as by a connection whose buffer is full.
      await page.addInitScript(() => {
        const method = Object.getOwnPropertyDescriptor(RTCDataChannel.prototype, 'send');
        const send = method?.value as (this: RTCDataChannel, data: Uint8Array) => void;
        RTCDataChannel.prototype.send = function (this: RTCDataChannel, data: unknown) {
          const bytes = data as Uint8Array;
          if ('bufferIsFull' in globalThis && bytes[0] === 1 && bytes[1] === 1)
            throw new DOMException('', 'OperationError');
          send.call(this, bytes);
        };
      });
    },
  });
  const patientLine = { breaksAt: '' };
  const patient = await arrives('patient', {
    origin: `http://localhost:${own.port}`,
    before: (page) =>
      page.routeWebSocket(/\/relay/, (socket) => {
        const server = socket.connectToServer();
        socket.onMessage((frame) => {
          const { action } = JSON.parse(frame.toString()) as { action?: { type: string } };
          if (action?.type === patientLine.breaksAt) void socket.close();
          else server.send(frame);
        });
      }),
  });
  await clinician.comesIn();
  await patient.comesIn();
  await clinician.admits('Iskandra Plumthwaite');
  await clinician.sees('patient');

  const box = clinician.chat.getByRole('textbox', { name: 'Message' });
  await test.step('message-too-long: it stays written', async () => {
    const text = 'x'.repeat(16_001);
    await clinician.writes('Iskandra Plumthwaite', text);
    await isTold(clinician, 'The message is too long.', 'Send it in parts.');
    await expect(box).toHaveValue(text);
    await clinician.button('Dismiss').click();
  });

  await test.step('message-too-many: one more than the limit stays written', async () => {
    // Time stands still, however long writing takes: ten may be sent at once, and one was tried before.
    await clinician.page.clock.pauseAt(await clinician.page.evaluate(() => Date.now() + 1000));
    for (let sent = 1; sent <= 11; sent += 1) {
      await box.fill(`Line ${sent}`);
      await box.press('Enter');
    }
    await isTold(clinician, 'Too many messages at once.', 'Wait a moment and try again.');
    await expect(box).toHaveValue('Line 11');
    await clinician.button('Dismiss').click();
    await clinician.page.clock.resume();
    await expect(clinician.chat.getByText('Delivered').nth(9)).toBeVisible();
  });

  await test.step('message-not-delivered: it stays in the conversation and can be sent again', async () => {
    await clinician.page.evaluate(() => Object.assign(globalThis, { bufferIsFull: true }));
    // The limit lets the next one through after a fifth of a second.
    await clinician.page.clock.fastForward(1_000);
    await box.fill('Please drink water.');
    await box.press('Enter');
    await isTold(clinician, 'Not delivered', /^Try again\. If it fails again, say it aloud/);
    await expect(clinician.chat.getByText('Please drink water.').last()).toBeVisible();
  });

  await test.step('action-failed: the line breaks while a hand is raised', async () => {
    patientLine.breaksAt = 'raiseHand';
    await patient.control(/^Raise hand/).click();
    await isTold(patient, 'That did not work.', /^Try again\. If it keeps failing/);
    await patient.button('Dismiss').click();
    await expect(patient.visit.getByText(/reconnecting/i)).toHaveCount(0);
  });

  await test.step('participant-gone: somebody is muted whose line is cut', async () => {
    await clinician.opens('People');
    own.cut();
    await clinician.button(/^Mute participant/).click();
    await isTold(clinician, 'That person is no longer in the visit.', 'Choose somebody who is in the visit.');
    own.mend();
  });

  await test.step('message-no-recipient-key: what was not delivered is sent again after they left', async () => {
    await patient.leaves();
    await clinician.opens('Chat');
    await clinician.choosesRecipient(/Iskandra Plumthwaite/);
    await clinician.chat.getByRole('button', { name: 'Try again' }).first().click();
    await isTold(clinician, /^The other person is not ready for messages yet/);
  });

  await test.step('connection-lost: the relay stays away for more than a minute', async () => {
    line.cut();
    await expect(clinician.visit.getByText(/reconnecting/i).first()).toBeVisible();
    await clinician.page.clock.fastForward(70_000);
    await isTold(clinician, 'The connection was lost.', 'Check your internet connection and join again.');
    line.mend();
    await clinician.button('Join visit again').click();
    await clinician.isIn();
  });
  await own.close();
});
