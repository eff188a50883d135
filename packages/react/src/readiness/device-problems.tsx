'use client';
import { Button } from '../button/button.tsx';
import { useDeviceState } from '../hooks/use-devices.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { describeTrouble, troubleWith, type InputSource } from '../settings/describe-trouble.ts';
import { DeviceProblem } from '../settings/device-problem.tsx';
import type { Cause } from '../settings/steps-for.ts';
import { thisBrowser } from '../settings/this-browser.ts';
import { useVisit } from '../visit-context/use-visit.ts';

/** What is wrong with the camera and the microphone, told once when the same thing is wrong with both. */
export function DeviceProblems() {
  const { media } = useVisit();
  const { say } = useWords();
  const camera = useDeviceState((state) => troubleWith(state.camera));
  const microphone = useDeviceState((state) => troubleWith(state.microphone));

  const problem = (cause: Cause, sources: readonly [InputSource, ...InputSource[]]) => (
    <DeviceProblem key={sources.join()} trouble={describeTrouble(sources, cause, thisBrowser())}>
      {cause !== 'insecure' && cause !== 'unsupported' && (
        <Button
          icon={<Icon name="retry" />}
          onClick={() => {
            for (const source of sources) void media.prepare(source);
          }}
        >
          {say('settings.tryAgain')}
        </Button>
      )}
      {cause === 'unblurred' && (
        <Button
          onClick={() => {
            void media.setEffect('blur', false).then(() => media.prepare('camera'));
          }}
        >
          {say('device.unblurred.without')}
        </Button>
      )}
    </DeviceProblem>
  );
  if (camera !== null && camera === microphone) return problem(camera, ['camera', 'microphone']);
  return (
    <>
      {camera !== null && problem(camera, ['camera'])}
      {microphone !== null && problem(microphone, ['microphone'])}
    </>
  );
}
