'use client';
import { Close } from '@radix-ui/react-dialog';
import type { Knock, ParticipantId, Refusal, RoomError } from '@quietroom/core';
import { useId, useState } from 'react';
import { Button } from '../button/button.tsx';
import { wayBack } from '../dialog/modal.tsx';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { Verification } from '../people/verification.tsx';
import { Problem } from '../problem/problem.tsx';
import { RosterName } from '../roster-name/roster-name.tsx';
import { useNamesHidden } from '../roster-name/use-names-hidden.ts';
import { useVisit } from '../visit-context/use-visit.ts';

interface RightPersonCheckProps {
  readonly id: ParticipantId;
  /** Undefined once nobody knocks any more. */
  readonly knock: Knock | undefined;
  readonly pending: boolean;
  readonly error: RoomError | Refusal | null;
  readonly onAdmit: () => void;
}

/** The name, and two confirmations before anybody is let in. Nothing is typed: there is nothing to mistype or to keep. */
export function RightPersonCheck({ id, knock, pending, error, onAdmit }: RightPersonCheckProps) {
  const words = useWords();
  const covered = useNamesHidden(useVisit());
  const reasonId = useId();
  const [checkedName, setCheckedName] = useState(false);
  const [expected, setExpected] = useState(false);

  const obstacle = !knock ? 'gone' : covered ? 'covered' : checkedName && expected ? null : 'bothFirst';

  return (
    <>
      <div className="qr-right-person">
        <RosterName of={id} />
        {knock && <Verification verified={knock.verified} />}
      </div>
      {knock && !knock.verified && (
        <div className="qr-note" data-tone="warn">
          <Icon name="warning" />
          <p>{words.say('admit.unverified')}</p>
        </div>
      )}
      <div className="qr-admit-checks">
        <Check checked={checkedName} onChange={setCheckedName}>
          {words.say('admit.checkedName')}
        </Check>
        <Check checked={expected} onChange={setExpected}>
          {words.say('admit.expected')}
        </Check>
      </div>
      {error && <Problem error={error} />}
      <p id={reasonId} role="status" className="qr-soft qr-small">
        {obstacle && words.say(`admit.${obstacle}`)}
      </p>
      <div className="qr-dialog-actions">
        <Close asChild {...wayBack}>
          <Button>{words.say('admit.cancel')}</Button>
        </Close>
        <Button
          kind="primary"
          locked={obstacle !== null}
          pending={pending}
          aria-describedby={obstacle === null ? undefined : reasonId}
          onClick={onAdmit}
        >
          {words.say('admit.confirm')}
        </Button>
      </div>
    </>
  );
}

interface CheckProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: string;
}

function Check({ checked, onChange, children }: CheckProps) {
  return (
    <label className="qr-check">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      {children}
    </label>
  );
}
