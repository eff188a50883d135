'use client';
import { useEffect, useState } from 'react';
import { Button } from '../button/button.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useVisit } from '../visit-context/use-visit.ts';
import { chimeFor } from './chime-for.ts';

/** Rings softly when somebody new knocks, and lets the clinician switch that off for this visit. */
export function KnockChime() {
  const visit = useVisit();
  const chime = chimeFor(visit);
  const { say } = useLaterWords();
  const [on, setOn] = useState(chime.on);
  useEffect(() => chime.listen(), [chime]);

  return (
    <div>
      <Button
        kind="plain"
        onClick={() => {
          chime.turn(!on);
          setOn(!on);
        }}
      >
        {say(on ? 'chime.off' : 'chime.on')}
      </Button>
    </div>
  );
}
