'use client';
import type { DeviceKind } from '@quietroom/core';
import { useId, useState } from 'react';
import { useDeviceState } from '../hooks/use-devices.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { useSelectDevice } from './use-select-device.ts';

/** Which camera, microphone or speaker to use. Absent while the browser tells of none to choose from. */
export function DeviceChoice({ kind }: { readonly kind: DeviceKind }) {
  const words = useWords();
  const choices = useDeviceState((state) => state.devices[kind]);
  const chosen = useDeviceState((state) => state.selected[kind]);
  const select = useSelectDevice();
  const [failed, setFailed] = useState(false);
  const id = useId();
  const label = words.say(`settings.${kind}`);
  if (choices.length === 0) return null;

  const choose = async (deviceId: string) => {
    setFailed(false);
    try {
      await select(kind, deviceId);
    } catch {
      setFailed(true);
    }
  };

  return (
    <div className="qr-field qr-device-choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        // Headphones and phones carry their owner's name.
        className="qr-input ph-no-capture rr-block notranslate"
        data-sentry-mask=""
        translate="no"
        value={chosen ?? ''}
        aria-describedby={failed ? `${id}-problem` : undefined}
        onChange={(event) => void choose(event.target.value)}
      >
        {chosen === null && (
          <option value="" disabled>
            {words.say('settings.systemDefault')}
          </option>
        )}
        {choices.map((device, index) => (
          <option key={device.id} value={device.id}>
            {device.label || words.say('settings.unnamedDevice', { kind: label, number: index + 1 })}
          </option>
        ))}
      </select>
      <p role="status" id={`${id}-problem`} className="qr-small">
        {failed && words.say(kind === 'speaker' ? 'device.speaker.failed' : `device.${kind}.unsuitable`)}
      </p>
    </div>
  );
}
