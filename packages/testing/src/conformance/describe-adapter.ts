import { createOpaqueId } from '@quietroom/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AdapterUnderTest } from './adapter-under-test.ts';
import type { Chapter, DeclarePromise, Need } from './chapter.ts';
import { eventually } from './eventually.ts';
import { createGathering, type Gathering } from './gathering.ts';
import { nothingHeld, startLeakWatch, type LeakWatch } from './leak-watch.ts';
import { envelopes } from './promises/envelopes.ts';
import { failures } from './promises/failures.ts';
import { hosting } from './promises/hosting.ts';
import { leaving } from './promises/leaving.ts';
import { media } from './promises/media.ts';
import { recovery } from './promises/recovery.ts';
import { waitingRoom } from './promises/waiting-room.ts';

const chapters: readonly Chapter[] = [waitingRoom, media, hosting, envelopes, leaving, failures, recovery];

const lackOf = (subject: AdapterUnderTest): ((need: Need) => boolean) => {
  const { capabilities } = subject.createAdapter(createOpaqueId(crypto));
  return (need) => {
    switch (need) {
      case 'faults':
        return subject.faults === undefined;
      case 'capacity':
        return subject.capacity === undefined;
      case 'pass':
        return subject.door === 'vendor';
      case 'unreachable':
        return subject.createUnreachableAdapter === undefined;
      default:
        return !capabilities.has(need);
    }
  };
};

/**
 * Declares the conformance suite for one adapter: everything the product promises of every provider, tried with the
 * adapter's real transport by several people in one page. For Vitest's browser mode. What a provider lacks is skipped
 * by name. Each promise ends with everybody leaving and nothing being held.
 */
export function describeAdapter(subject: AdapterUnderTest): void {
  const lacks = lackOf(subject);

  describe(`the ${subject.provider} adapter keeps its promises`, () => {
    let sound: AudioContext;
    let watch: LeakWatch;
    let gathering: Gathering;

    beforeAll(async () => {
      // Before any watch: it lives as long as the suite.
      sound = new AudioContext();
      await sound.resume();
    });
    beforeEach(() => {
      // A watch for each promise: what one leaks is not held against the next.
      watch = startLeakWatch();
      gathering = createGathering(subject, sound);
    });
    afterEach(async () => {
      try {
        await subject.faults?.restoreRelay();
        await gathering.disperses();
        await eventually(
          'nothing is held',
          () => JSON.stringify(watch.held()) === JSON.stringify(nothingHeld),
          watch.held,
        );
      } finally {
        watch.stop();
      }
      expect(gathering.peers.map(({ failed }) => failed())).toEqual(gathering.peers.map(() => null));
    });
    afterAll(async () => {
      await sound.close();
    });

    const promise: DeclarePromise = (what, needs, keep) => {
      const missing = needs.filter(lacks);
      if (missing.length > 0)
        test.skip(`${what} (not with ${subject.provider}: ${missing.join(', ')})`, () => undefined);
      else test(what, () => keep({ subject, gathering, held: watch.held }));
    };
    for (const { title, declare } of chapters) {
      describe(title, () => {
        declare(promise);
      });
    }
  });
}
