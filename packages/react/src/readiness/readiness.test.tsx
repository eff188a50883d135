import { createFakeClock, readyClinician, readyPatient, until, type DeviceTrouble } from '@quietroom/testing';
import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { rendersDuring } from '../../test/count-renders.ts';
import { showPart } from '../../test/show-part.tsx';
import { createSilentAudioContext } from '../../test/silent-audio.ts';
import { Readiness } from './readiness.tsx';

const button = (name: string) => screen.getByRole('button', { name });
const turnOnBoth = 'Turn on camera and microphone';

describe('before anything is pressed', () => {
  test('no device is opened and nobody is asked', async () => {
    const scenario = readyPatient();
    await showPart(scenario, <Readiness />);

    expect(screen.getByText('Your camera is off')).toBeVisible();
    expect(screen.getByText('Nobody can see or hear you yet.')).toBeVisible();
    expect(scenario.room.devices.asked).toEqual([]);
    expect(scenario.room.asks).toEqual([]);
  });

  test('it says what others will see, and it is not the name', async () => {
    await showPart(readyPatient(), <Readiness />);
    expect(screen.getByText('Others see a label such as “Patient K7Q4”, not your name.')).toBeVisible();
  });

  test('a patient asks to join, a clinician joins', async () => {
    await showPart(readyPatient(), <Readiness />);
    expect(button('Ask to join')).toHaveAccessibleDescription(/A clinician will let you in/);
    await showPart(readyClinician(), <Readiness />);
    expect(button('Join visit')).toBeVisible();
  });
});

describe('turning devices on', () => {
  test('both in one press, then the own picture and the own voice', async () => {
    const { room, visit, ...scenario } = readyPatient();
    const person = await showPart({ room, visit, ...scenario }, <Readiness />);

    await person.click(button(turnOnBoth));

    const picture = await screen.findByLabelText<HTMLVideoElement>('Your own camera picture');
    await waitFor(() => {
      expect(picture.videoWidth).toBeGreaterThan(0);
    });
    expect(getComputedStyle(picture).transform).toBe('matrix(-1, 0, 0, 1, 0, 0)');
    expect(await screen.findByText('We can hear you.')).toBeVisible();
    expect([...room.devices.asked].sort()).toEqual(['camera', 'microphone']);
    expect(screen.queryByRole('button', { name: turnOnBoth })).toBeNull();
  });

  test('each by itself, and off again ends the capture', async () => {
    const { room, visit, ...scenario } = readyPatient();
    const person = await showPart({ room, visit, ...scenario }, <Readiness />);

    await person.click(button('Turn camera on'));
    await person.click(await screen.findByRole('button', { name: 'Turn camera off' }));

    expect(screen.getByText('Your camera is off')).toBeVisible();
    expect(room.devices.live()).toEqual([]);
    expect(visit.media.wanted).toEqual({ camera: false, microphone: false });
  });

  test('while the browser asks, the page says so and a second press does nothing', async () => {
    const scenario = readyPatient();
    const answer = scenario.room.devices.waitsForAnswer('camera');
    const person = await showPart(scenario, <Readiness />);

    await person.click(button('Turn camera on'));
    expect(screen.getByText('Waiting for your browser. If it asks, choose “Allow”.')).toBeVisible();
    expect(button('Turn camera on')).toHaveAttribute('aria-disabled', 'true');
    await person.click(button('Turn camera on'));

    answer();
    await screen.findByRole('button', { name: 'Turn camera off' });
    expect(scenario.room.devices.asked).toEqual(['camera']);
  });

  test('microphone-silent: a microphone that hears nothing for six seconds is told', async () => {
    const clock = createFakeClock();
    const scenario = readyPatient({ environment: { clock, createAudioContext: createSilentAudioContext } });
    const person = await showPart(scenario, <Readiness />);
    await person.click(button('Unmute microphone'));
    await screen.findByText('Say something to test your microphone.');
    act(() => {
      clock.advance(6_000);
    });
    expect(screen.getByText(/We cannot hear anything yet/)).toBeVisible();
  });

  test('a voice rising and falling renders nothing', async () => {
    const scenario = readyPatient();
    const person = await showPart(scenario, <Readiness />);
    await person.click(button('Unmute microphone'));
    await screen.findByText('We can hear you.');

    const renders = await rendersDuring(
      () =>
        new Promise<void>((resolve) => {
          let levels = 0;
          const stop = scenario.visit.media.onLevel(() => {
            levels += 1;
            if (levels < 8) return;
            stop();
            resolve();
          });
        }),
    );
    expect(renders).toEqual([]);
  });
});

describe('a device that does not work', () => {
  const told: readonly [DeviceTrouble, problem: string, step: RegExp][] = [
    ['denied', 'This page may not use your camera', /beside the address of this page/],
    ['blocked', 'Your phone or computer keeps the camera from this browser', /privacy settings/],
    ['missing', 'No camera was found', /unplug it and plug it in again/],
    ['busy', 'Another program is using your camera', /Close other video calls/],
    ['unsuitable', 'The chosen camera does not work here', /Choose another one/],
  ];

  test.each(told)('%s: says what is wrong, what to do, and that one can go on', async (trouble, problem, step) => {
    const scenario = readyPatient();
    scenario.room.devices.fails('camera', trouble);
    const person = await showPart(scenario, <Readiness />);

    await person.click(button('Turn camera on'));

    const status = await screen.findByText(problem);
    expect(status.closest('[role=status]')).not.toBeNull();
    expect(screen.getByText(step)).toBeVisible();
    expect(screen.getByText('Or go on without camera: the others can still hear you.')).toBeVisible();
    expect(button('Ask to join')).not.toHaveAttribute('aria-disabled');
  });

  test('works again after “Try again”', async () => {
    const scenario = readyPatient();
    scenario.room.devices.fails('camera', 'busy');
    const person = await showPart(scenario, <Readiness />);
    await person.click(button('Turn camera on'));
    await screen.findByText('Another program is using your camera');

    scenario.room.devices.works('camera');
    await person.click(button('Try again'));

    expect(await screen.findByLabelText('Your own camera picture')).toBeVisible();
    expect(screen.queryByText('Another program is using your camera')).toBeNull();
  });

  test('the same trouble with both is told once', async () => {
    const scenario = readyPatient();
    scenario.room.devices.fails('camera', 'denied');
    scenario.room.devices.fails('microphone', 'denied');
    const person = await showPart(scenario, <Readiness />);

    await person.click(button(turnOnBoth));

    await screen.findByText('This page may not use your microphone');
    expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(1);
    expect(screen.getAllByText(/beside the address of this page/)).toHaveLength(1);
  });
});

describe('asking the browser', () => {
  test('both are one question', async () => {
    const scenario = readyPatient();
    const person = await showPart(scenario, <Readiness />);
    await person.click(button(turnOnBoth));
    await screen.findByLabelText('Your own camera picture');
    expect(scenario.room.devices.questions).toEqual([['microphone', 'camera']]);
  });

  test('a missing camera does not take the microphone along', async () => {
    const scenario = readyPatient();
    scenario.room.devices.fails('camera', 'missing');
    const person = await showPart(scenario, <Readiness />);
    await person.click(button(turnOnBoth));
    expect(await screen.findByText('No camera was found')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Mute microphone' })).toBeVisible();
  });

  test('microphone-interrupted: a phone call before the visit is told, and the microphone comes back when asked', async () => {
    const scenario = readyPatient();
    const person = await showPart(scenario, <Readiness />);
    await person.click(button('Unmute microphone'));
    await screen.findByRole('button', { name: 'Mute microphone' });
    let hangsUp: () => void = () => undefined;
    act(() => {
      hangsUp = scenario.room.devices.interrupts('microphone');
    });
    expect(await screen.findByText('Your microphone was interrupted')).toBeVisible();
    expect(scenario.visit.media.wanted.microphone).toBe(false);
    hangsUp();
    await person.click(button('Unmute microphone'));
    await screen.findByRole('button', { name: 'Mute microphone' });
    expect(scenario.visit.media.wanted.microphone).toBe(true);
  });
});

describe('choosing devices', () => {
  test('another camera, by name', async () => {
    const { visit, ...scenario } = readyPatient();
    const person = await showPart({ visit, ...scenario }, <Readiness />);
    await person.click(button('Turn camera on'));

    await person.selectOptions(await screen.findByRole('combobox', { name: 'Camera' }), 'Document camera');

    await until(visit.media.state, ({ selected }) => selected.camera === 'camera-2');
    expect(screen.getByRole('combobox', { name: 'Camera' })).toHaveDisplayValue('Document camera');
  });

  test('one that does not work leaves the former one in place and says so', async () => {
    const { visit, room, ...scenario } = readyPatient();
    const person = await showPart({ visit, room, ...scenario }, <Readiness />);
    await person.click(button('Turn camera on'));
    const choice = await screen.findByRole('combobox', { name: 'Camera' });
    room.devices.fails('camera', 'unsuitable');

    await person.selectOptions(choice, 'Document camera');

    expect(await screen.findByText('The chosen camera does not work here')).toBeVisible();
    expect(choice).toHaveAccessibleDescription('The chosen camera does not work here');
    expect(visit.media.state.get().selected.camera).toBeNull();
  });
});

describe('going in', () => {
  test('without camera and microphone opens no device', async () => {
    const { room, visit, ...scenario } = readyPatient();
    const person = await showPart({ room, visit, ...scenario }, <Readiness />);

    await person.click(button('Ask to join'));

    await until(visit.state, ({ phase }) => phase.name === 'knocking');
    expect(room.devices.asked).toEqual([]);
  });

  test('what was turned on goes along', async () => {
    const { visit, ...scenario } = readyPatient();
    const person = await showPart({ visit, ...scenario }, <Readiness />);
    await person.click(button('Turn camera on'));
    await screen.findByRole('button', { name: 'Turn camera off' });

    await person.click(button('Ask to join'));

    await until(visit.state, ({ phase }) => phase.name === 'knocking');
    expect(visit.media.wanted).toEqual({ camera: true, microphone: false });
  });
});

test('axe finds nothing, with the devices off and in trouble', async () => {
  const scenario = readyPatient();
  scenario.room.devices.fails('microphone', 'denied');
  const person = await showPart(scenario, <Readiness />);
  await expectAccessible();
  await person.click(button(turnOnBoth));
  await screen.findByText('This page may not use your microphone');
  await expectAccessible();
});

test('axe finds nothing in Arabic', async () => {
  await showPart(readyPatient(), <Readiness />, { locale: 'ar', theme: 'dark' });
  await screen.findByRole('button', { name: 'طلب الدخول' });
  await expectAccessible();
});
