'use client';
import * as Dialog from '@radix-ui/react-dialog';
import { Button } from '../button/button.tsx';
import { Modal } from '../dialog/modal.tsx';
import { useDeviceState } from '../hooks/use-devices.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { ShortcutHelp } from '../shortcut-help/shortcut-help.tsx';
import { EffectSwitches } from '../effects/load-effects.ts';
import { CameraPreview } from './camera-preview.tsx';
import { DeviceChoice } from './device-choice.tsx';
import { MicrophoneMeter } from './microphone-meter.tsx';
import { SpeakerTest } from './speaker-test.tsx';

/** See {@link Settings}. */
export interface SettingsProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Which camera, microphone and speaker the visit uses, with a picture, a level and a tone to judge them by. */
export function Settings({ open, onOpenChange }: SettingsProps) {
  return open ? <SettingsDialog onOpenChange={onOpenChange} /> : null;
}

function SettingsDialog({ onOpenChange }: Pick<SettingsProps, 'onOpenChange'>) {
  const words = useWords();
  const microphoneOn = useDeviceState((state) => state.microphone.status === 'on');
  const hasEffects = useDeviceState((state) => Object.keys(state.effects).length > 0);
  const chosenMicrophone = useDeviceState((state) => state.selected.microphone);

  return (
    <Modal onOpenChange={onOpenChange} className="qr-settings">
      <Dialog.Title className="qr-title">{words.say('settings.heading')}</Dialog.Title>
      <Dialog.Description className="qr-soft">{words.say('settings.description')}</Dialog.Description>
      <CameraPreview />
      <DeviceChoice kind="camera" />
      <DeviceChoice kind="microphone" />
      {microphoneOn ? (
        <MicrophoneMeter key={chosenMicrophone} />
      ) : (
        <p className="qr-soft qr-small">{words.say('settings.microphoneIsOff')}</p>
      )}
      <DeviceChoice kind="speaker" />
      <SpeakerTest />
      <ShortcutHelp />
      {hasEffects && <EffectSwitches />}
      <div className="qr-dialog-actions">
        <Dialog.Close asChild>
          <Button kind="primary">{words.say('settings.done')}</Button>
        </Dialog.Close>
      </div>
    </Modal>
  );
}
