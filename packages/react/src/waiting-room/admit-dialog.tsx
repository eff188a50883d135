'use client';
import * as AlertDialog from '@radix-ui/react-alert-dialog';
import type { Knock, ParticipantId, VisitState } from '@quietroom/core';
import { useCallback, useId, useState } from 'react';
import { Button } from '../button/button.tsx';
import { useReturnFocus } from '../focus/use-return-focus.ts';
import { useAction } from '../hooks/use-action.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { Problem } from '../problem/problem.tsx';
import { RosterName } from '../roster-name/roster-name.tsx';
import { useNamesHidden } from '../roster-name/use-names-hidden.ts';
import { usePortal } from '../visit-context/use-visit.ts';

interface AdmitDialogProps {
  readonly id: ParticipantId;
  readonly onClose: () => void;
}

const identityOf = (knock: Knock | undefined): string =>
  knock ? `${knock.verified} ${knock.role} ${knock.pseudonym} ${knock.sub}` : 'gone';

/**
 * The right-person check. Nothing is typed: the clinician compares the name with the one they expect and says so twice,
 * and what they confirmed is forgotten if the person behind the knock turns out to be somebody else meanwhile.
 */
export function AdmitDialog({ id, onClose }: AdmitDialogProps) {
  const words = useWords();
  const portal = usePortal();
  const returnFocus = useReturnFocus();
  const knock = useVisitState(useCallback((state: VisitState) => state.knocks[id], [id]));

  return (
    <AlertDialog.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <AlertDialog.Portal container={portal}>
        <AlertDialog.Overlay className="qr-overlay" />
        <AlertDialog.Content className="qr-dialog qr-admit-dialog" onCloseAutoFocus={returnFocus}>
          <AlertDialog.Title className="qr-title">{words.say('admit.heading')}</AlertDialog.Title>
          <AlertDialog.Description>{words.say('admit.description')}</AlertDialog.Description>
          <RightPersonCheck key={identityOf(knock)} id={id} knock={knock} onClose={onClose} />
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

interface RightPersonCheckProps extends AdmitDialogProps {
  readonly knock: Knock | undefined;
}

function RightPersonCheck({ id, knock, onClose }: RightPersonCheckProps) {
  const words = useWords();
  const covered = useNamesHidden();
  const admit = useAction('admit');
  const element = useId();
  const [checkedName, setCheckedName] = useState(false);
  const [expected, setExpected] = useState(false);
  const reason = !knock
    ? words.say('admit.gone')
    : covered
      ? words.say('admit.covered')
      : checkedName && expected
        ? null
        : words.say('admit.bothFirst');

  const letIn = async () => {
    if (await admit.perform({ participant: id })) onClose();
  };

  return (
    <>
      <div className="qr-right-person">
        <RosterName of={id} />
        {knock && (
          <span className="qr-admit-role" data-verified={knock.verified}>
            {words.say(knock.verified ? `role.${knock.role}` : 'waitingList.unverified')}
          </span>
        )}
      </div>
      {knock && !knock.verified && (
        <p className="qr-note" data-tone="warn">
          {words.say('admit.unverified')}
        </p>
      )}
      <label className="qr-check">
        <input
          type="checkbox"
          checked={checkedName}
          onChange={(event) => {
            setCheckedName(event.target.checked);
          }}
        />
        {words.say('admit.checkedName')}
      </label>
      <label className="qr-check">
        <input
          type="checkbox"
          checked={expected}
          onChange={(event) => {
            setExpected(event.target.checked);
          }}
        />
        {words.say('admit.expected')}
      </label>
      {admit.error && <Problem error={admit.error} />}
      <p id={element} role="status" className="qr-soft qr-small">
        {reason}
      </p>
      <div className="qr-dialog-actions">
        <AlertDialog.Cancel asChild>
          <Button>{words.say('admit.cancel')}</Button>
        </AlertDialog.Cancel>
        <Button
          kind="primary"
          locked={reason !== null}
          pending={admit.pending}
          aria-describedby={reason === null ? undefined : element}
          onClick={() => void letIn()}
        >
          {words.say('admit.confirm')}
        </Button>
      </div>
    </>
  );
}
