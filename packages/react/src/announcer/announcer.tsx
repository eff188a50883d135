'use client';
import { politeness, type Announcement, type ParticipantId } from '@quietroom/core';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../messages-catalogue/words-context.ts';
import { findIdentity } from '../roster-name/identity.ts';
import { sayPseudonym } from '../roster-name/pseudonym-words.ts';
import { findInRoster } from '../roster-name/roster.ts';
import { useNamesHidden } from '../roster-name/use-names-hidden.ts';
import { useVisitContext } from '../visit-context/use-visit.ts';
import { sayAnnouncement } from './announcement-words.ts';
import { coalesce } from './coalesce.ts';

/** Announcements that come within this time are said together, without repeating each other. */
const gatherFor = 150;
/** Long enough for slow speech to have begun; then the words go, so that nobody meets them again while reading. */
const keepFor = 8_000;

interface Line {
  readonly key: number;
  readonly urgency: 'polite' | 'assertive';
  readonly text: string;
}

/**
 * Tells screen-reader users what happens in the visit. Nothing of it is visible. Masked like a roster name, because it
 * may speak names.
 */
export function Announcer() {
  const { visit, roster, remembered } = useVisitContext();
  const words = useWords();
  const namesHidden = useNamesHidden();
  const [lines, setLines] = useState<readonly Line[]>([]);
  const nextKey = useRef(0);

  const nameOf = (id: ParticipantId): string => {
    const identity = findIdentity(visit.state.get(), id) ?? remembered.get(id);
    const entry = namesHidden ? undefined : findInRoster(roster, identity?.sub ?? null);
    return entry?.name ?? sayPseudonym(words, identity?.pseudonym ?? null, identity?.role ?? 'guest');
  };
  const compose = (announcement: Announcement): string => sayAnnouncement(words, announcement, nameOf);
  const latest = useRef({ compose, words });
  useEffect(() => {
    latest.current = { compose, words };
  });

  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const after = (milliseconds: number, callback: () => void) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        callback();
      }, milliseconds);
      timers.add(timer);
    };
    // Names are looked up at once: by the time it is said, somebody who left would be forgotten.
    let gathered: { readonly announcement: Announcement; readonly text: string }[] = [];

    const tell = () => {
      const texts = new Map(gathered.map(({ announcement, text }) => [announcement, text]));
      const told = coalesce(gathered.map(({ announcement }) => announcement)).map((left): Line => {
        const { say } = latest.current.words;
        return {
          key: nextKey.current++,
          urgency: left.type === 'crowd' ? 'polite' : politeness(left),
          text:
            left.type === 'crowd' ? say(`announce.crowd-${left.of}`, { count: left.count }) : (texts.get(left) ?? ''),
        };
      });
      gathered = [];
      setLines((before) => [...before, ...told]);
      after(keepFor, () => {
        setLines((before) => before.filter((line) => !told.includes(line)));
      });
    };

    const stop = visit.onAnnouncement((announcement) => {
      if (gathered.length === 0) after(gatherFor, tell);
      gathered.push({ announcement, text: latest.current.compose(announcement) });
    });
    return () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [visit]);

  return (
    <div className="qr-hidden ph-no-capture rr-block notranslate" data-sentry-mask="" translate="no">
      {(['polite', 'assertive'] as const).map((urgency) => (
        <div key={urgency} aria-live={urgency} aria-relevant="additions" data-qr-announcer={urgency}>
          {lines
            .filter((line) => line.urgency === urgency)
            .map((line) => (
              <p key={line.key}>{line.text}</p>
            ))}
        </div>
      ))}
    </div>
  );
}
