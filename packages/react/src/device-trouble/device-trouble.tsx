'use client';
import { Button } from '../button/button.tsx';
import { useAction } from '../hooks/use-action.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import {
  causeOf,
  describeScreenTrouble,
  describeTrouble,
  screenCauseOf,
  type InputSource,
} from '../settings/describe-trouble.ts';
import { DeviceProblem } from '../settings/device-problem.tsx';
import type { Cause } from '../settings/steps-for.ts';
import { thisBrowser } from '../settings/this-browser.ts';
import { useVisit } from '../visit-context/use-visit.ts';
import { useFailure } from './use-failure.ts';

/** See {@link DeviceTrouble}. */
export interface DeviceTroubleProps {
  readonly onChooseDevice: () => void;
}

/** Trying again does nothing for these. */
const hopeless: ReadonlySet<Cause> = new Set(['insecure', 'unsupported']);
/** Another device may do for these. */
const replaceable: ReadonlySet<Cause> = new Set(['busy', 'unsuitable', 'lost', 'failed']);

/**
 * A camera, microphone or screen that does not work in the visit: what happened, what to do in this browser, and how to
 * go on without it. Told to screen readers. The same trouble with both devices is told once.
 */
export function DeviceTrouble({ onChooseDevice }: DeviceTroubleProps) {
  const { say } = useWords();
  const { media } = useVisit();
  const camera = useFailure('camera');
  const microphone = useFailure('microphone');
  const screen = useFailure('screen');
  const failures = { camera, microphone };
  const turnOn = { camera: useAction('setCamera'), microphone: useAction('setMicrophone') };

  const inputs = (sources: readonly [InputSource, ...InputSource[]], cause: Cause) => {
    const both = sources.length > 1 ? 'both' : sources[0];
    const mayTry = sources.every((source) => turnOn[source].decision.allowed) && !hopeless.has(cause);
    return (
      <DeviceProblem
        key={both}
        trouble={describeTrouble(sources, cause, thisBrowser())}
        consequence={`device.${both}.missed`}
        occurrence={sources.reduce((sum, source) => sum + failures[source].occurrence, 0)}
      >
        <div className="qr-row">
          {mayTry && (
            <Button
              kind="primary"
              icon={<Icon name="retry" />}
              pending={sources.some((source) => turnOn[source].pending)}
              onClick={() => {
                for (const source of sources) void turnOn[source].perform({ on: true });
              }}
            >
              {say('settings.tryAgain')}
            </Button>
          )}
          {cause === 'unblurred' && mayTry && (
            <Button
              onClick={() => {
                void media.setEffect('blur', false).then(() => turnOn.camera.perform({ on: true }));
              }}
            >
              {say('device.unblurred.without')}
            </Button>
          )}
          {replaceable.has(cause) && <Button onClick={onChooseDevice}>{say('device.chooseAnother')}</Button>}
          <Button
            kind="plain"
            onClick={() => {
              for (const source of sources) failures[source].setAside();
            }}
          >
            {say(`device.${both}.without`)}
          </Button>
        </div>
      </DeviceProblem>
    );
  };

  const cameraCause = camera.failed && causeOf(camera.failed.error.code);
  const microphoneCause = microphone.failed && causeOf(microphone.failed.error.code);
  const together = cameraCause !== null && cameraCause === microphoneCause;
  return (
    <div className="qr-device-trouble" role="status">
      {together && inputs(['camera', 'microphone'], cameraCause)}
      {!together && microphoneCause && inputs(['microphone'], microphoneCause)}
      {!together && cameraCause && inputs(['camera'], cameraCause)}
      {screen.failed && (
        <DeviceProblem
          trouble={describeScreenTrouble(screenCauseOf(screen.failed.error.code), thisBrowser())}
          occurrence={screen.occurrence}
        >
          <div className="qr-row">
            <Button kind="plain" onClick={screen.setAside}>
              {say('device.screen.without')}
            </Button>
          </div>
        </DeviceProblem>
      )}
    </div>
  );
}
