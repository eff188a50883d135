'use client';
import type { SourceState } from '@quietroom/core';
import { useDeviceState } from '../hooks/use-devices.ts';
import { causeOf, DeviceProblem } from '../settings/device-problem.tsx';
import { useVisit } from '../visit-context/use-visit.ts';

const troubleWith = (source: SourceState) => {
  if (source.status === 'interrupted') return 'interrupted';
  return source.status === 'failed' ? causeOf(source.error.code) : null;
};

/** What is wrong with the camera and the microphone, told once when the same thing is wrong with both. */
export function DeviceProblems() {
  const { media } = useVisit();
  const camera = useDeviceState((state) => state.camera);
  const microphone = useDeviceState((state) => state.microphone);
  const cameraCause = troubleWith(camera);
  const microphoneCause = troubleWith(microphone);
  const tryCamera = () => void media.prepare('camera');
  const tryMicrophone = () => void media.prepare('microphone');

  if (cameraCause !== null && cameraCause === microphoneCause) {
    return (
      <DeviceProblem
        sources={['camera', 'microphone']}
        cause={cameraCause}
        onTryAgain={() => {
          tryCamera();
          tryMicrophone();
        }}
      />
    );
  }
  return (
    <>
      {cameraCause !== null && <DeviceProblem sources={['camera']} cause={cameraCause} onTryAgain={tryCamera} />}
      {microphoneCause !== null && (
        <DeviceProblem sources={['microphone']} cause={microphoneCause} onTryAgain={tryMicrophone} />
      )}
    </>
  );
}
