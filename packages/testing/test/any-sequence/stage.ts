import type { ConsentSubject, Policy, Role, Visit } from '@quietroom/core';
import type { FakeClock } from '../../src/clock/create-fake-clock.ts';
import type { FakePerson, FakeRoom } from '../../src/fake-room/fake-room.ts';

/** In every text anybody writes, so that a readable one is found among any bytes. */
export const canary = 'ZYL-7Q4K';

/** What the adapter saw that it never may see. */
export interface Witness {
  readonly wrongs: string[];
  readonly seen: Record<'delivered' | 'recorded' | 'performed' | 'refused', number>;
}

export interface Stage {
  readonly room: FakeRoom;
  readonly visit: Visit;
  readonly clock: FakeClock;
  readonly policy: Policy;
  readonly role: Role;
  readonly answers: Map<FakePerson, Set<ConsentSubject>>;
}
