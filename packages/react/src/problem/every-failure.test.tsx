import { browserEnvironment, type RoomErrorCode } from '@quietroom/core';
import {
  readyPatient,
  until,
  visitOfTwo,
  type DeviceTrouble,
  type FakeRoomOptions,
  type Scenario,
} from '@quietroom/testing';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { pressControl } from '../../test/press-control.ts';
import type { PhraseKey } from '../messages-catalogue/catalogue.ts';
import { english } from '../messages-catalogue/english.ts';
import { VideoRoom } from '../video-room/video-room.tsx';

/*
 * Every failure there is, met by somebody who uses the whole room. The code at the beginning of a title is what
 * `scripts/failures.mjs` reads for docs/failures.md.
 */

const open = async (scenario: Scenario): Promise<UserEvent> => {
  await scenario.ready;
  render(<VideoRoom visit={scenario.visit} roster={scenario.room.roster} />);
  return userEvent.setup();
};
const button = (name: string | RegExp) => screen.findByRole('button', { name }, { timeout: 10_000 });

const sees = async (...keys: readonly PhraseKey[]) => {
  for (const key of keys) {
    const phrase = english[key];
    if (typeof phrase !== 'string') throw new Error(`${key} has plural forms.`);
    expect((await screen.findAllByText(phrase, {}, { timeout: 10_000 }))[0]).toBeVisible();
  }
};
const isTold = (code: RoomErrorCode) => sees(`problem.${code}.what`, `problem.${code}.remedy`);

describe('on the way in', () => {
  const asksWithout = async (code: RoomErrorCode) => {
    const scenario = readyPatient();
    scenario.room.refusesPass(code);
    const user = await open(scenario);
    await user.click(await button('Ask to join'));
    await isTold(code);
  };
  const isTurnedAway = async (code: RoomErrorCode) => {
    const scenario = readyPatient();
    scenario.room.refusesConnection(code);
    const user = await open(scenario);
    await user.click(await button('Ask to join'));
    await isTold(code);
    scenario.room.refusesConnection(null);
    await user.click(await button('Ask to join again'));
    expect(await screen.findByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
  };

  test('pass-missing: the clinic’s server gives no pass', () => asksWithout('pass-missing'));
  test('pass-refused: the pass is not accepted', () => asksWithout('pass-refused'));
  test('pass-expired: the pass is too old', () => asksWithout('pass-expired'));
  test('pass-mismatch: the pass is for somebody else', () => asksWithout('pass-mismatch'));
  test('room-full: there is no place left, and later there is', () => isTurnedAway('room-full'));
  test('room-locked: the door is closed, and later it is open', () => isTurnedAway('room-locked'));
  test('room-unreachable: nobody answers, and later somebody does', () => isTurnedAway('room-unreachable'));
  test('cancelled: the attempt was called off, and can be made again', () => isTurnedAway('cancelled'));
});

describe('in the visit', () => {
  test('connection-lost: the visit is over, and can be joined again', async () => {
    const two = visitOfTwo();
    await open(two);
    act(() => {
      two.room.breaks('connection-lost');
    });
    await isTold('connection-lost');
    expect(await button('Ask to join again')).toBeVisible();
  });

  const pressing = async (name: string, code: RoomErrorCode) => {
    const two = visitOfTwo();
    two.room.refusesAction('raiseHand', code);
    const user = await open(two);
    await pressControl(user, name);
    await isTold(code);
    await user.click(await button('Dismiss'));
    expect(screen.queryByText(english[`problem.${code}.what`])).toBeNull();
  };
  test('not-connected: a control is pressed while there is no connection', () =>
    pressing('Raise hand', 'not-connected'));
  test('not-supported: a control does what the provider cannot', () => pressing('Raise hand', 'not-supported'));
  test('action-failed: the room does not carry out what was pressed', () => pressing('Raise hand', 'action-failed'));

  test('participant-gone: somebody left before they were muted', async () => {
    const two = visitOfTwo({ role: 'clinician' });
    two.room.refusesAction('mute', 'participant-gone');
    const user = await open(two);
    await pressControl(user, /^People/);
    await user.click(await button(/^Mute participant/));
    await isTold('participant-gone');
  });
});

describe('devices', () => {
  /** Before the visit and in it, with the same steps and a way to go on; in the visit others miss nothing else. */
  const doesNotOpen = async (trouble: DeviceTrouble) => {
    const before = readyPatient();
    before.room.devices.fails('camera', trouble);
    const first = await open(before);
    await first.click(await button('Turn camera on'));
    await sees(`device.camera.${trouble}`, 'device.camera.goOn');
    await first.click(await button('Ask to join'));
    await until(before.visit.state, ({ phase }) => phase.name === 'knocking');

    const two = visitOfTwo();
    two.room.devices.fails('camera', trouble);
    const user = await open(two);
    await user.click(await button('Turn camera on'));
    await sees(`device.camera.${trouble}`, 'device.camera.missed', 'device.camera.goOn');
    expect(two.visit.state.get().phase.name).toBe('joined');
    expect(two.visit.state.get().self.sending.camera).toBe(false);
    await user.click(await button('Go on without camera'));
    expect(screen.queryByText(english[`device.camera.${trouble}`])).toBeNull();
  };
  test('device-denied: the person or the browser said no', () => doesNotOpen('denied'));
  test('device-blocked: the system keeps it from the browser', () => doesNotOpen('blocked'));
  test('device-missing: there is none', () => doesNotOpen('missing'));
  test('device-busy: another program has it', () => doesNotOpen('busy'));
  test('device-unsuitable: the chosen one cannot do it', () => doesNotOpen('unsuitable'));

  test('device-lost: unplugged before the visit, and plugged in again it stays off until it is asked for', async () => {
    const scenario = readyPatient();
    const { devices } = scenario.room;
    const user = await open(scenario);
    await user.click(await button('Turn camera on'));
    await screen.findByLabelText('Your own camera picture');
    act(() => {
      devices.unplugs('camera-1');
    });
    await sees('device.camera.lost', 'device.lost.step2');
    act(() => {
      devices.plugsIn({ kind: 'videoinput', id: 'camera-1', label: 'Front camera' });
    });
    expect(devices.live()).toEqual([]);
    await user.click(await button('Try again'));
    expect(await screen.findByLabelText('Your own camera picture')).toBeVisible();
  });

  test('device-lost: unplugged in the visit, others do not hear, and plugged in again they still do not', async () => {
    const two = visitOfTwo();
    const { devices } = two.room;
    const user = await open(two);
    await user.click(await button('Unmute microphone'));
    await button('Mute microphone');
    act(() => {
      devices.unplugs('microphone-1');
    });
    await sees('device.microphone.lost', 'device.microphone.missed', 'device.lost.step2');
    act(() => {
      devices.plugsIn({ kind: 'audioinput', id: 'microphone-1', label: 'Desk microphone' });
    });
    expect(two.visit.state.get().self.sending.microphone).toBe(false);
    expect(devices.live()).toEqual([]);
    await user.click(await button('Unmute microphone'));
    await until(two.visit.state, ({ self }) => self.sending.microphone);
  });

  test('insecure-page: a page without https has no devices', async () => {
    const user = await open(
      readyPatient({ environment: { mediaDevices: undefined, page: { secure: false, path: '/visit' } } }),
    );
    await user.click(await button('Turn camera on'));
    await sees('device.camera.insecure', 'device.insecure.step1', 'device.camera.goOn');
  });

  const doesNotShare = async (trouble: DeviceTrouble, ...keys: readonly PhraseKey[]) => {
    const two = visitOfTwo();
    two.room.devices.fails('screen', trouble);
    const user = await open(two);
    await pressControl(user, 'Share screen');
    await sees(...keys);
    await user.click(await button('Go on without sharing'));
    expect(screen.queryByRole('button', { name: 'Go on without sharing' })).toBeNull();
  };
  test('screen-share-denied: the browser shares nothing', () =>
    doesNotShare('denied', 'device.screen.denied', 'device.screen.choose', 'device.screen.goOn'));
  test('screen-share-unsupported: there is nothing to share', () =>
    doesNotShare('missing', 'device.screen.unsupported', 'device.screen.computer', 'device.screen.goOn'));
  test('device-blocked: the system keeps the screen from the browser', () =>
    doesNotShare('blocked', 'device.screen.blocked', 'device.screen.allow', 'device.screen.goOn'));
});

describe('messages', () => {
  const writing = async (
    text: string,
    prepare: (two: ReturnType<typeof visitOfTwo>) => unknown,
    options?: FakeRoomOptions,
  ) => {
    const two = visitOfTwo(options);
    await two.ready;
    await until(two.visit.messages.state, ({ recipients }) => recipients.length === 1);
    await prepare(two);
    const user = await open(two);
    await user.click(await button(/^Chat/));
    const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
    fireEvent.change(box, { target: { value: text } });
    await user.click(await button('Send'));
    return box;
  };
  const isNotHandedOver = (code: RoomErrorCode) =>
    writing('The cough is better.', ({ room }) => {
      room.refusesDelivery(code);
    });

  test('message-too-long: it stays written, and says so', async () => {
    const text = 'x'.repeat(16_001);
    const box = await writing(text, () => undefined);
    await isTold('message-too-long');
    expect(box.value).toBe(text);
  });

  test('message-too-many: one more than the limit stays written, and says so', async () => {
    // Time stands still for whoever counts: however long the pressing takes, nobody may send again meanwhile.
    const { clock } = browserEnvironment();
    const start = clock.now();
    const sendUntilRefused = async ({ visit, people }: ReturnType<typeof visitOfTwo>) => {
      for (let sent = 0; sent < 200; sent += 1) {
        const outcome = await visit.messages.send(people.other.id, `Line ${sent}`).then(
          () => 'sent',
          () => 'refused',
        );
        if (outcome === 'refused') return;
      }
    };
    const stands = { environment: { clock: { ...clock, now: () => start } } };
    const box = await writing('One more.', sendUntilRefused, stands);
    await isTold('message-too-many');
    expect(box.value).toBe('One more.');
  });

  test('message-not-delivered: it stays in the conversation and can be sent again', async () => {
    await isNotHandedOver('message-not-delivered');
    await sees('problem.message-not-delivered.remedy');
    expect(await button(/Try again/)).toBeVisible();
  });

  test('message-no-recipient-key: it is never sent in the open', async () => {
    await isNotHandedOver('message-no-recipient-key');
    await sees('problem.message-no-recipient-key.remedy');
  });
});
