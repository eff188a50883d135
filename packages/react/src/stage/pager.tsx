'use client';
import { useState } from 'react';
import { Button } from '../button/button.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';

interface PagerProps {
  readonly page: number;
  readonly pages: number;
  /** The first and the last of the people on a page, counted from 1. */
  readonly first: number;
  readonly last: number;
  readonly total: number;
  readonly onTurn: (page: number) => void;
}

/** Turns the pages of those who do not all fit on the stage. */
export function Pager({ page, pages, first, last, total, onTurn }: PagerProps) {
  const { say } = useWords();
  const [turned, setTurned] = useState(false);
  const shown = say('stage.shown', { first, last, total });
  const turn = (by: number) => () => {
    setTurned(true);
    onTurn(page + by);
  };
  return (
    <div className="qr-pager" role="group" aria-label={say('stage.pages')}>
      <Button aria-label={say('stage.previousPeople')} locked={page === 0} onClick={turn(-1)}>
        {say('stage.previous')}
      </Button>
      {/* Spoken for whoever turned a page, not for everybody who comes or goes. */}
      <p className="qr-small" role={turned ? 'status' : undefined}>
        {shown}
      </p>
      <Button aria-label={say('stage.nextPeople')} locked={page === pages - 1} onClick={turn(1)}>
        {say('stage.next')}
      </Button>
    </div>
  );
}
