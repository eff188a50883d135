'use client';
import type { EffectName } from '@quietroom/core';
import { useId } from 'react';
import { useDeviceState } from '../hooks/use-devices.ts';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useVisit } from '../visit-context/use-visit.ts';

const names: readonly EffectName[] = ['blur', 'noise-suppression'];

/** A switch for each effect that the host has given this visit, with what becomes of it told as it happens. */
export function EffectSwitches() {
  const { say } = useLaterWords();
  const effects = useDeviceState((state) => state.effects);
  return (
    <fieldset className="qr-effects qr-stack">
      <legend className="qr-label">{say('effects.heading')}</legend>
      {names.map((name) => effects[name] && <EffectSwitch key={name} name={name} status={effects[name].status} />)}
    </fieldset>
  );
}

interface EffectSwitchProps {
  readonly name: EffectName;
  readonly status: 'off' | 'starting' | 'on' | 'too-slow' | 'failed';
}

function EffectSwitch({ name, status }: EffectSwitchProps) {
  const { media } = useVisit();
  const { say } = useLaterWords();
  const id = useId();
  // A blur that failed is still asked for: the camera stays off until it works. Sound went on without.
  const asked = status === 'failed' ? name === 'blur' : status !== 'off';
  return (
    <div className="qr-effect" data-status={status}>
      <label className="qr-check">
        <input
          type="checkbox"
          role="switch"
          checked={asked}
          aria-describedby={id}
          onChange={() => void media.setEffect(name, !asked)}
        />
        {say(`effects.${name}`)}
      </label>
      <p id={id} role="status" className="qr-small">
        {status !== 'off' && say(`effects.${name}.${status}`)}
      </p>
    </div>
  );
}
