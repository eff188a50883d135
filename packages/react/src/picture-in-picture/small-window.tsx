'use client';
import type { ParticipantId, Refusal, RoomError, VisitState } from '@quietroom/core';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Button } from '../button/button.tsx';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { Problem } from '../problem/problem.tsx';
import { Tile } from '../stage/tile.tsx';
import { useSpeaker } from '../stage/use-speaker.ts';
import { Control } from '../toolbar/control.tsx';
import { CameraControl, MicrophoneControl } from '../toolbar/source-controls.tsx';
import { useOneTabStop } from '../toolbar/use-one-tab-stop.ts';
import { VisitContext } from '../visit-context/visit-context.ts';
import { useVisit, useVisitContext } from '../visit-context/use-visit.ts';

const others = ({ order, participants }: VisitState): readonly ParticipantId[] =>
  order.filter((id) => !['interpreter', 'recorder'].includes(participants[id]?.role ?? 'recorder'));
const interpreters = ({ order, participants }: VisitState): readonly ParticipantId[] =>
  order.filter((id) => participants[id]?.role === 'interpreter');
const sameIds = (one: readonly ParticipantId[], other: readonly ParticipantId[]): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index]);

/**
 * What floats above other programs: whoever speaks, the interpreters, and this page's own microphone, camera and way
 * out. It is seen by whoever sees the screen, and in what is shared of it: there is no chat in it, and nobody has a name
 * from the roster.
 */
export function SmallWindow() {
  const context = useVisitContext();
  const unnamed = useMemo(() => ({ ...context, roster: undefined }), [context]);
  return (
    <VisitContext.Provider value={unnamed}>
      <div className="qr-pip">
        <People />
        <Controls />
      </div>
    </VisitContext.Provider>
  );
}

function People() {
  const { say } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const people = useVisitState(others, sameIds);
  const interpreting = useVisitState(interpreters, sameIds);
  const speaker = useSpeaker(true, people, list);
  const shown = [...(speaker === null ? [] : [speaker]), ...interpreting];
  if (shown.length === 0) return <p className="qr-pip-empty">{say('stage.empty')}</p>;
  return (
    <ul role="list" className="qr-pip-people" aria-label={say('stage.people')} ref={list}>
      {shown.map((id) => (
        <Tile key={id} participant={id} />
      ))}
    </ul>
  );
}

function Controls() {
  const visit = useVisit();
  const { say } = useWords();
  const question = useId();
  const bar = useRef<HTMLDivElement>(null);
  const keyboard = useOneTabStop(bar);
  const leave = useRef<HTMLButtonElement>(null);
  const stay = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<RoomError | Refusal | null>(null);
  const report = useCallback((error: RoomError | Refusal | null) => {
    setProblem(error);
  }, []);
  useEffect(() => {
    if (asking !== null) (asking ? stay : leave).current?.focus();
  }, [asking]);

  return (
    <>
      <div role="status">{problem && <Problem error={problem} />}</div>
      {asking ? (
        <div
          className="qr-pip-leaving"
          role="alertdialog"
          aria-labelledby={question}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setAsking(false);
          }}
        >
          <p id={question}>{say('leave.title')}</p>
          <div className="qr-row">
            <Button
              ref={stay}
              onClick={() => {
                setAsking(false);
              }}
            >
              {say('leave.stay')}
            </Button>
            <Button kind="danger" onClick={() => void visit.leave()}>
              {say('leave.confirm')}
            </Button>
          </div>
        </div>
      ) : (
        <div
          className="qr-toolbar"
          data-compact=""
          role="toolbar"
          aria-label={say('toolbar.label')}
          ref={bar}
          {...keyboard}
        >
          <MicrophoneControl onProblem={report} />
          <CameraControl onProblem={report} />
          <Control
            icon="leave"
            label={say('toolbar.leave')}
            short={say('toolbar.leaveShort')}
            tone="danger"
            buttonRef={leave}
            onPress={() => {
              setAsking(true);
            }}
          />
        </div>
      )}
    </>
  );
}
