'use client';
import type { Caption, VisitState } from '@quietroom/core';
import { useState } from 'react';
import { Button } from '../button/button.tsx';
import { useSelection } from '../hooks/use-selection.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useVisit } from '../visit-context/use-visit.ts';
import { CaptionLine } from './caption-line.tsx';
import { useCaptionPreferences } from './caption-look.ts';
import { CaptionSettings } from './caption-settings.tsx';
import { styleOf } from './look-style.ts';

const run = ({ room }: VisitState): boolean => room.captions === true;
/** More than fit into the largest area. */
const newest = (captions: readonly Caption[]): readonly Caption[] => captions.slice(-5);

/**
 * What is said, while captions run: in an area of its own beside the pictures, so that it covers nobody. People size, move
 * and colour it as they need. Silent for a screen reader, whose user hears the speech, unless they want it read.
 */
export function Captions() {
  return useVisitState(run) ? <CaptionArea /> : null;
}

function CaptionArea() {
  const { captions } = useVisit();
  const said = useSelection(captions.state, newest);
  const { say } = useLaterWords();
  const [{ look, readAloud }] = useCaptionPreferences();
  const [choosing, setChoosing] = useState(false);
  const lines = (some: readonly Caption[]) => some.map((caption) => <CaptionLine key={caption.id} caption={caption} />);

  return (
    <section className="qr-captions" aria-label={say('captions.label')} data-place={look.place}>
      <div className="qr-captions-head qr-small">
        <p className="qr-soft">{say('captions.machine')}</p>
        <Button
          kind="plain"
          onClick={() => {
            setChoosing(true);
          }}
        >
          {say('captions.settings')}
        </Button>
      </div>
      {look.place === 'hidden' ? null : (
        <div className="qr-captions-area" style={styleOf(look)} aria-hidden={readAloud || undefined}>
          <div className="qr-captions-lines">
            <div>{said.length === 0 ? <p className="qr-caption">{say('captions.empty')}</p> : lines(said)}</div>
          </div>
        </div>
      )}
      {readAloud ? (
        <div className="qr-hidden" role="log">
          {lines(said.filter(({ final }) => final))}
        </div>
      ) : null}
      <CaptionSettings open={choosing} onOpenChange={setChoosing} />
    </section>
  );
}
