'use client';
import * as Dialog from '@radix-ui/react-dialog';
import { useEffect, useState } from 'react';
import { Button } from '../button/button.tsx';
import { Modal } from '../dialog/modal.tsx';
import { IconPath } from '../icon/icon-path.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { closeSmallWindow } from '../picture-in-picture/document-picture-in-picture.ts';
import { Control } from '../toolbar/control.tsx';
import { usePortal, useVisit } from '../visit-context/use-visit.ts';

const coveredEye =
  'M2 2l20 20M10.7 5.1A10.7 10.7 0 0 1 12 5c4.5 0 8.3 2.9 10 7a12.6 12.6 0 0 1-2.2 3.4M6.6 6.6A12.4 12.4 0 0 0 2 12c1.7 4.1 5.5 7 10 7a10.4 10.4 0 0 0 5.4-1.5';

/**
 * “Step away”: turns off what this page sends, silences the others, and covers names, captions and chat until the
 * person is back. Nothing is turned on again by coming back. Belongs in a `Toolbar`.
 */
export function StepAwayControl() {
  const visit = useVisit();
  const portal = usePortal();
  const { say } = useLaterWords();
  const [away, setAway] = useState(false);

  useEffect(() => {
    if (!away) return;
    const root = portal?.parentElement;
    const silenced = [...(root?.querySelectorAll<HTMLMediaElement>('audio, video') ?? [])].filter(
      ({ muted }) => !muted,
    );
    for (const element of silenced) element.muted = true;
    return () => {
      for (const element of silenced) element.muted = false;
    };
  }, [away, portal]);

  const leave = () => {
    setAway(true);
    closeSmallWindow();
    for (const action of [
      { type: 'setMicrophone', on: false },
      { type: 'setCamera', on: false },
      { type: 'shareScreen', on: false },
    ] as const) {
      // What cannot be turned off through the room goes dark at the device.
      visit.perform(action).catch(() => {
        visit.media.close();
      });
    }
  };
  return (
    <>
      <Control icon={<IconPath path={coveredEye} />} label={say('away.control')} onPress={leave} />
      <Modal
        question
        veil="qr-shutter"
        open={away}
        onOpenChange={setAway}
        onEscapeKeyDown={(event) => {
          // A cat on the keyboard uncovers nothing.
          event.preventDefault();
        }}
      >
        <Dialog.Title className="qr-title">{say('away.title')}</Dialog.Title>
        <Dialog.Description>{say('away.text')}</Dialog.Description>
        <div className="qr-dialog-actions">
          <Dialog.Close asChild>
            <Button kind="primary">{say('away.back')}</Button>
          </Dialog.Close>
        </div>
      </Modal>
    </>
  );
}
