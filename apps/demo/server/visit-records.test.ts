import { browserEnvironment, createOpaqueId, type OpaqueId } from '@quietroom/core';
import { createAuditTrail, type AuditRecord } from '@quietroom/core/audit';
import { describe, expect, test } from 'vitest';
import { VisitRecords } from './visit-records.ts';

const linesOf = async (visit: OpaqueId): Promise<readonly AuditRecord[]> => {
  const stored: AuditRecord[] = [];
  const trail = createAuditTrail({
    environment: { ...browserEnvironment(), onPageClosing: () => () => undefined },
    visit,
    deliver: (lines) => {
      stored.push(...lines);
      return Promise.resolve();
    },
  });
  trail.onAudit({ type: 'visit-joined', sequence: 1, at: 1 });
  await trail.close();
  return stored;
};

describe('what the clinic keeps of a visit', () => {
  const visit = createOpaqueId(crypto);

  test('is checked line by line, as it was written', async () => {
    const records = new VisitRecords();
    const lines = await linesOf(visit);
    expect(records.keepLines(visit, 'patient', lines.slice(0, 1))).toBe(true);
    expect(records.verify(visit)).toMatchObject([{ role: 'patient', intact: false, lines: 1 }]);
    expect(records.keepLines(visit, 'patient', lines.slice(1))).toBe(true);
    expect(records.verify(visit)).toMatchObject([{ role: 'patient', intact: true, lines: 2 }]);
  });

  test('is never of another visit, and nobody adds to the trail of somebody else', async () => {
    const records = new VisitRecords();
    const lines = await linesOf(visit);
    expect(records.keepLines(createOpaqueId(crypto), 'patient', lines)).toBe(false);
    expect(records.keepLines(visit, 'patient', lines)).toBe(true);
    expect(records.keepLines(visit, 'family', lines)).toBe(false);
    for (const nonsense of [null, 'text', [null], [{ visit }]]) {
      expect(records.keepLines(visit, 'patient', nonsense)).toBe(false);
    }
    expect(records.keepReceipt(visit, null)).toBe(false);
  });
});
