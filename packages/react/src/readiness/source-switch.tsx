'use client';
import { Button } from '../button/button.tsx';
import { useDeviceState } from '../hooks/use-devices.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { useVisit } from '../visit-context/use-visit.ts';

const looks = {
  camera: { on: 'toolbar.cameraOff', off: 'toolbar.cameraOn', onIcon: 'camera', offIcon: 'cameraOff' },
  microphone: { on: 'toolbar.mute', off: 'toolbar.unmute', onIcon: 'microphone', offIcon: 'microphoneOff' },
} as const;

/** Turns the camera or the microphone on and off before the visit, in the words the visit's toolbar uses. */
export function SourceSwitch({ source }: { readonly source: 'camera' | 'microphone' }) {
  const { media } = useVisit();
  const words = useWords();
  const status = useDeviceState((state) => state[source].status);
  const on = status === 'on';
  const look = looks[source];

  return (
    <Button
      className="qr-source-switch"
      data-on={on ? '' : undefined}
      pending={status === 'opening'}
      icon={<Icon name={on ? look.onIcon : look.offIcon} />}
      onClick={() => {
        if (on) media.decline(source);
        else void media.prepare(source);
      }}
    >
      {words.say(on ? look.on : look.off)}
    </Button>
  );
}
