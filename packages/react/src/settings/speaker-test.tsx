'use client';
import { useState } from 'react';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { useVisit } from '../visit-context/use-visit.ts';

/** Plays a short tone through the chosen speaker, so that a person knows they will hear the others. */
export function SpeakerTest() {
  const { media } = useVisit();
  const words = useWords();
  const [outcome, setOutcome] = useState<'untested' | 'played' | 'failed'>('untested');

  const test = async () => {
    setOutcome('untested');
    try {
      await media.testSpeaker();
      setOutcome('played');
    } catch {
      setOutcome('failed');
    }
  };

  return (
    <div className="qr-speaker-test">
      <Button icon={<Icon name="sound" />} onClick={() => void test()}>
        {words.say('settings.testSpeaker')}
      </Button>
      <p role="status">
        {outcome === 'played' && words.say('settings.tonePlayed')}
        {outcome === 'failed' && words.say('settings.toneFailed')}
      </p>
    </div>
  );
}
