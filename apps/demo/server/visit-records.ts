import type { Role } from '@quietroom/core';
import { verifyAudit, type AuditRecord, type AuditVerdict } from '@quietroom/core/audit';

/** Whether the lines of one person's trail are whole. */
export interface TrailVerdict extends AuditVerdict {
  readonly role: Role;
}

/** Far more than a visit writes; a page that floods is not answered any more. */
const mostLines = 20_000;
const mostReceipts = 500;

/** What a clinic keeps of its visits: audit trails as the pages wrote them, and receipts of consent. In memory only. */
export class VisitRecords {
  /** By visit, then by trail. */
  readonly #trails = new Map<string, Map<string, { readonly role: Role; readonly lines: AuditRecord[] }>>();
  readonly #receipts = new Map<string, unknown[]>();

  /** Adds lines under whoever brought them. False when they are none, are of another visit, or too many. */
  keepLines(visit: string, role: Role, lines: unknown): boolean {
    if (!Array.isArray(lines) || !lines.every((line): line is AuditRecord => isLineOf(visit, line))) return false;
    const trails = this.#trails.get(visit) ?? new Map<string, { role: Role; lines: AuditRecord[] }>();
    this.#trails.set(visit, trails);
    for (const line of lines) {
      const trail = trails.get(line.trail) ?? { role, lines: [] };
      if (trail.role !== role || trail.lines.length >= mostLines) return false;
      trail.lines.push(line);
      trails.set(line.trail, trail);
    }
    return true;
  }

  /** Adds a receipt. False when it is none, or there are too many. */
  keepReceipt(visit: string, receipt: unknown): boolean {
    const kept = this.#receipts.get(visit) ?? [];
    if (typeof receipt !== 'object' || receipt === null || kept.length >= mostReceipts) return false;
    this.#receipts.set(visit, [...kept, receipt]);
    return true;
  }

  /** The receipts of a visit, in the order they came. */
  receipts(visit: string): readonly unknown[] {
    return this.#receipts.get(visit) ?? [];
  }

  /** Checks every trail of a visit. */
  verify(visit: string): readonly TrailVerdict[] {
    return [...(this.#trails.get(visit)?.values() ?? [])].map(({ role, lines }) => ({ role, ...verifyAudit(lines) }));
  }
}

const isLineOf = (visit: string, line: unknown): line is AuditRecord =>
  typeof line === 'object' &&
  line !== null &&
  Reflect.get(line, 'visit') === visit &&
  ['trail', 'previous', 'hash'].every((name) => typeof Reflect.get(line, name) === 'string') &&
  Number.isInteger(Reflect.get(line, 'number')) &&
  typeof Reflect.get(line, 'event') === 'object';
