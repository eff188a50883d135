'use client';
import { openingRules, type OpeningItem } from '@quietroom/core/audit';
import { useId, useState } from 'react';
import { Button } from '../button/button.tsx';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useVisit } from '../visit-context/use-visit.ts';

const items = Object.keys(openingRules) as OpeningItem[];

/**
 * What a clinician asks and says when a visit begins, to be ticked off. It holds up nothing: the visit goes on beside it.
 * The audit is told what was done and what was not; nothing that was said is written down anywhere.
 */
export function VisitOpening() {
  const visit = useVisit();
  const { say } = useLaterWords();
  const alone = useVisitState(({ order }) => order.length === 0);
  const [done, setDone] = useState<ReadonlySet<OpeningItem>>(new Set());
  const [recorded, setRecorded] = useState(false);
  const heading = useId();
  if (alone || recorded || visit.role !== 'clinician') return null;

  const all = done.size === items.length;
  const record = () => {
    const ruleIds = (those: readonly OpeningItem[]) => those.map((item) => openingRules[item]);
    visit.recordOpening({
      done: ruleIds(items.filter((item) => done.has(item))),
      notDone: ruleIds(items.filter((item) => !done.has(item))),
    });
    setRecorded(true);
  };
  return (
    <details className="qr-opening">
      <summary>
        <strong id={heading}>{say('opening.heading')}</strong>{' '}
        <span>{say('opening.progress', { done: done.size, all: items.length })}</span>
      </summary>
      <div className="qr-stack" role="group" aria-labelledby={heading}>
        <div className="qr-opening-items">
          {items.map((item) => (
            <label key={item} className="qr-check">
              <input
                type="checkbox"
                checked={done.has(item)}
                onChange={({ target }) => {
                  const next = new Set(done);
                  if (target.checked) next.add(item);
                  else next.delete(item);
                  setDone(next);
                }}
              />
              {say(`opening.${item}`)}
            </label>
          ))}
        </div>
        <p className="qr-soft qr-small">{say('opening.note')}</p>
        <div className="qr-row">
          <Button kind={all ? 'primary' : undefined} onClick={record}>
            {say(all ? 'opening.finish' : 'opening.goOn')}
          </Button>
        </div>
      </div>
    </details>
  );
}
