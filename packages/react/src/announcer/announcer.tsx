'use client';
import { politeness, type Announcement, type ParticipantId } from '@quietroom/core';
import { useEffect, useRef } from 'react';
import { useWords } from '../messages-catalogue/words-context.ts';
import { findIdentity } from '../roster-name/identity.ts';
import { sayPseudonym } from '../roster-name/pseudonym-words.ts';
import { findInRoster } from '../roster-name/roster.ts';
import { useNamesHidden } from '../roster-name/use-names-hidden.ts';
import { useVisit, useVisitContext } from '../visit-context/use-visit.ts';
import { sayAnnouncement } from './announcement-words.ts';
import { coalesce, type Crowd } from './coalesce.ts';

/** Announcements that come within this time are said together, without repeating each other. */
const gatherFor = 150;
/** Long enough for slow speech to have begun; then the words go, so that nobody meets them again while reading. */
const keepFor = 8_000;

/**
 * Tells screen-reader users what happens in the visit. Nothing of it is visible. Masked like a roster name, because it
 * may speak names. Keep it mounted: a live region that appears together with its words is not read.
 */
export function Announcer() {
  const { visit, roster, remembered } = useVisitContext();
  const words = useWords();
  const namesHidden = useNamesHidden(useVisit());
  const polite = useRef<HTMLDivElement>(null);
  const assertive = useRef<HTMLDivElement>(null);

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
    const said = new Set<HTMLElement>();
    const after = (milliseconds: number, callback: () => void) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        callback();
      }, milliseconds);
      timers.add(timer);
    };
    // Written past React: what nobody sees should cost no rendering.
    const forget = () => {
      for (const line of said) line.remove();
      said.clear();
      texts.clear();
    };
    const say = (region: HTMLElement | null, text: string) => {
      if (!region) return;
      const line = region.ownerDocument.createElement('p');
      line.textContent = text;
      region.append(line);
      said.add(line);
      after(keepFor, () => {
        line.remove();
        said.delete(line);
      });
    };

    // Names are looked up at once: by the time it is said, somebody who left would be forgotten.
    const texts = new Map<Announcement, string>();
    const wordsOf = (left: Announcement | Crowd): string =>
      left.type === 'crowd'
        ? latest.current.words.say(`announce.crowd-${left.of}`, { count: left.count })
        : (texts.get(left) ?? '');
    const tell = () => {
      const told = coalesce([...texts.keys()]);
      const interrupts = (left: Announcement | Crowd) => left.type !== 'crowd' && politeness(left) === 'assertive';
      // What interrupts comes first: after the others it would silence them, and some readers forget what they silence.
      for (const left of told) if (interrupts(left)) say(assertive.current, wordsOf(left));
      for (const left of told) if (!interrupts(left)) say(polite.current, wordsOf(left));
      texts.clear();
    };

    const stop = visit.onAnnouncement((announcement) => {
      // Once the visit is over, nothing on the page may name who was in it.
      if (announcement.type === 'ended') forget();
      if (texts.size === 0) after(gatherFor, tell);
      texts.set(announcement, latest.current.compose(announcement));
    });
    return () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
      forget();
    };
  }, [visit]);

  return (
    <div className="qr-hidden ph-no-capture rr-block notranslate" data-sentry-mask="" translate="no">
      <div ref={polite} aria-live="polite" aria-relevant="additions" />
      <div ref={assertive} aria-live="assertive" aria-relevant="additions" />
    </div>
  );
}
