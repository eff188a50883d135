'use client';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { sayPseudonym } from '../roster-name/pseudonym-words.ts';
import { PersonFacts } from './person-facts.tsx';
import { Verification } from './verification.tsx';

/** The person at this page, first in the list, with the name that others see. */
export function SelfRow() {
  const self = useVisitState((state) => state.self);
  const words = useLaterWords();
  const common = useWords();
  const { sending } = self;
  return (
    <li className="qr-person" data-self="">
      <div className="qr-person-who">
        <strong>{words.say('people.you')}</strong>
        {self.pseudonym !== null && (
          <span className="qr-soft qr-small">{sayPseudonym(common, self.pseudonym, self.role)}</span>
        )}
        <Verification verified={self.verified} />
      </div>
      <PersonFacts
        microphone={sending.microphone}
        camera={sending.camera}
        screen={sending.screen}
        handRaised={self.handRaised}
      />
    </li>
  );
}
