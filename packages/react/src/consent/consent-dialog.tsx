'use client';
import * as Dialog from '@radix-ui/react-dialog';
import type { ConsentSubject } from '@quietroom/core';
import { Button } from '../button/button.tsx';
import { Modal, wayBack } from '../dialog/modal.tsx';
import { useConsent } from '../hooks/use-consent.ts';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { RosterName } from '../roster-name/roster-name.tsx';
import { useVisit } from '../visit-context/use-visit.ts';
import { ConsentText } from './consent-text.tsx';
import { useReadText } from './use-read-text.ts';

/** See {@link ConsentDialog}. */
export interface ConsentDialogProps {
  readonly subject: ConsentSubject;
  /** `answer` for whoever was asked; `ask` for the clinician who agrees and asks everybody. */
  readonly question: 'answer' | 'ask';
  readonly open: boolean;
  /** Closed without an answer, or after one. */
  readonly onOpenChange: (open: boolean) => void;
}

/**
 * Shows what a recording or captions mean in this visit, and takes an answer. Closing it is no answer. The last button
 * agrees.
 */
export function ConsentDialog({ subject, question, open, onOpenChange }: ConsentDialogProps) {
  const { consent } = useVisit();
  const { text, askedBy } = useConsent(subject);
  const read = useReadText(text);
  const { say, show } = useLaterWords();
  const asks = question === 'ask';
  if (text === null) return null;

  const titles = {
    recording: asks ? 'consent.askRecording.title' : 'consent.askedRecording.title',
    captions: asks ? 'consent.askCaptions.title' : 'consent.askedCaptions.title',
  } as const;
  return (
    <Modal question open={open} onOpenChange={onOpenChange}>
      <Dialog.Title className="qr-title">{say(titles[subject])}</Dialog.Title>
      <Dialog.Description asChild>
        <div className="qr-stack">
          {asks || askedBy === null || askedBy === 'self' ? null : (
            <p>{show('consent.askedBy', { name: <RosterName of={askedBy} /> })}</p>
          )}
          <ConsentText text={text} />
        </div>
      </Dialog.Description>
      <div className="qr-dialog-actions">
        {asks ? (
          <Dialog.Close asChild {...wayBack}>
            <Button>{say('consent.cancel')}</Button>
          </Dialog.Close>
        ) : (
          <Dialog.Close asChild {...wayBack}>
            <Button
              onClick={() => {
                consent.decline(subject);
              }}
            >
              {say('consent.decline')}
            </Button>
          </Dialog.Close>
        )}
        <Dialog.Close asChild>
          <Button
            kind="primary"
            onClick={() => {
              if (asks) consent.ask(subject, read);
              else consent.agree(subject, read);
            }}
          >
            {say(asks ? 'consent.ask' : 'consent.agree')}
          </Button>
        </Dialog.Close>
      </div>
    </Modal>
  );
}
