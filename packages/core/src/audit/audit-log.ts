import type { Clock } from '../contract/environment.ts';
import { createStore } from '../visit/store.ts';
import type { Readable } from '../visit/readable.ts';
import type { AuditDetail, AuditEvent } from './audit-event.ts';

/** Numbers and times events, keeps them for Visit safety, and hands each to the host. */
export interface AuditLog extends Readable<readonly AuditEvent[]> {
  record(detail: AuditDetail): void;
}

/** How many events are kept in the page; the host gets all of them. A flood of drops must not fill the memory. */
const kept = 1000;

/** @param onAudit the host's listener. What it throws is thrown to nobody: an audit sink must not end a visit. */
export const createAuditLog = (clock: Clock, onAudit?: (event: AuditEvent) => void): AuditLog => {
  const events = createStore<readonly AuditEvent[]>([]);
  let sequence = 0;
  return {
    get: events.get,
    subscribe: events.subscribe,
    record: (detail) => {
      sequence += 1;
      const event: AuditEvent = { ...detail, sequence, at: clock.now() };
      events.set([...events.get().slice(1 - kept), event]);
      try {
        onAudit?.(event);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    },
  };
};
