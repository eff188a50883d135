'use client';
import { voiceLevel } from '@quietroom/core';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../messages-catalogue/words-context.ts';
import { useVisit } from '../visit-context/use-visit.ts';

/** Reports without a sound, ten a second, until the page says that it hears nothing. */
const patience = 60;

const phrases = {
  listening: 'settings.saySomething',
  heard: 'settings.hearsYou',
  nothing: 'settings.hearsNothing',
} as const;

/**
 * Shows that the microphone works. The bar is written to the element ten times a second and is for the eye only; the
 * words beside it change at most once or twice, so a screen reader is told once and a level costs no render.
 */
export function MicrophoneMeter() {
  const { media } = useVisit();
  const words = useWords();
  const bar = useRef<HTMLSpanElement>(null);
  const [verdict, setVerdict] = useState<keyof typeof phrases>('listening');

  useEffect(() => {
    let heard = false;
    let silentReports = 0;
    return media.onLevel((level) => {
      bar.current?.style.setProperty('--qr-level', level.toFixed(2));
      if (heard) return;
      if (level > voiceLevel) {
        heard = true;
        setVerdict('heard');
      } else {
        silentReports += 1;
        if (silentReports === patience) setVerdict('nothing');
      }
    });
  }, [media]);

  return (
    <div className="qr-microphone-meter" data-verdict={verdict}>
      <span ref={bar} className="qr-meter" aria-hidden />
      <span role="status">{words.say(phrases[verdict])}</span>
    </div>
  );
}
