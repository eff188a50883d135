'use client';
import { useEffect, useId } from 'react';
import { Button } from '../button/button.tsx';
import { EffectSwitches } from '../effects/load-effects.ts';
import { useDeviceState } from '../hooks/use-devices.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { ScreenHeading } from '../screen-heading/screen-heading.tsx';
import { CameraPreview } from '../settings/camera-preview.tsx';
import { DeviceChoice } from '../settings/device-choice.tsx';
import { MicrophoneMeter } from '../settings/microphone-meter.tsx';
import { SpeakerTest } from '../settings/speaker-test.tsx';
import { lazyPart } from '../part-boundary/lazy-part.tsx';
import { whenIdle } from '../video-room/when-idle.ts';
import { useVisit } from '../visit-context/use-visit.ts';
import { DeviceProblems } from './device-problems.tsx';
import { SourceSwitch } from './source-switch.tsx';

const ConnectionTest = lazyPart(async () => (await import('../connection-test/connection-test.tsx')).ConnectionTest);

/**
 * The check before the visit: camera, microphone and speaker, by this page's own media and nothing else. Asks for no
 * permission until the person turns a device on, and contacts nobody until they press the last button.
 */
export function Readiness() {
  const visit = useVisit();
  const { media, role } = visit;
  const words = useWords();
  const hint = useId();
  const camera = useDeviceState((state) => state.camera.status);
  const microphone = useDeviceState((state) => state.microphone.status);
  const chosenMicrophone = useDeviceState((state) => state.selected.microphone);
  const connecting = useVisitState((state) => state.phase.name === 'connecting');
  const hasEffects = useDeviceState((state) => Object.keys(state.effects).length > 0);
  const untouched = camera === 'off' && microphone === 'off';
  const opening = camera === 'opening' || microphone === 'opening';
  const hearing = microphone === 'on';
  const mayEnter = role === 'clinician';

  useEffect(
    () =>
      whenIdle(() => {
        visit.preload();
      }),
    [visit],
  );

  const turnOnBoth = () => {
    // In one breath, so that the browser asks once.
    void media.prepare('camera');
    void media.prepare('microphone');
  };

  return (
    <section className="qr-readiness">
      <div className="qr-readiness-layout">
        <header className="qr-readiness-head">
          <ScreenHeading>{words.say('readiness.heading')}</ScreenHeading>
          <p className="qr-soft">{words.say('readiness.introduction')}</p>
        </header>

        <div className="qr-readiness-picture">
          <CameraPreview />
          <div className="qr-readiness-switches">
            <SourceSwitch source="microphone" />
            <SourceSwitch source="camera" />
          </div>
        </div>

        <div className="qr-readiness-check">
          {untouched && (
            <div className="qr-stack">
              <Button
                kind="primary"
                icon={<Icon name="camera" />}
                aria-describedby={`${hint}-both`}
                onClick={turnOnBoth}
              >
                {words.say('readiness.turnOnBoth')}
              </Button>
              <p id={`${hint}-both`} className="qr-soft qr-small">
                {words.say('readiness.turnOnBothHint')}
              </p>
            </div>
          )}
          <div role="status" className="qr-readiness-state">
            {opening && <p>{words.say('readiness.opening')}</p>}
            <DeviceProblems />
          </div>
          {hearing && <MicrophoneMeter key={chosenMicrophone} />}
          {!untouched && camera === 'off' && <p className="qr-soft qr-small">{words.say('readiness.withoutCamera')}</p>}
          {!untouched && microphone === 'off' && (
            <p className="qr-soft qr-small">{words.say('readiness.withoutMicrophone')}</p>
          )}

          <div className="qr-readiness-enter">
            <Button
              kind={untouched ? 'quiet' : 'primary'}
              icon={<Icon name="door" />}
              pending={connecting}
              aria-describedby={mayEnter ? `${hint}-name` : `${hint}-ask ${hint}-name`}
              onClick={() => void visit.join()}
            >
              {words.say(mayEnter ? 'readiness.join' : 'readiness.ask')}
            </Button>
            <p className="qr-soft qr-small">
              {!mayEnter && <span id={`${hint}-ask`}>{words.say('readiness.askHint')} </span>}
              {untouched && words.say('readiness.withoutDevices')}
            </p>
            <p id={`${hint}-name`} className="qr-readiness-name qr-small">
              <Icon name="person" size={18} />
              <span>{words.say('readiness.name', { example: words.say(`name.${role}`, { code: 'K7Q4' }) })}</span>
            </p>
          </div>

          <fieldset className="qr-readiness-devices">
            <legend className="qr-hidden">{words.say('readiness.devices')}</legend>
            <DeviceChoice kind="camera" />
            <DeviceChoice kind="microphone" />
            <DeviceChoice kind="speaker" />
            <SpeakerTest />
          </fieldset>
          {hasEffects && <EffectSwitches />}
          {visit.testConnection !== undefined && <ConnectionTest />}
        </div>
      </div>
    </section>
  );
}
