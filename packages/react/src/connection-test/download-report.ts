import type { ReadinessReport } from './readiness-report.ts';

/** Saves a report as a file, without asking any server for it. */
export function downloadReport(report: ReadinessReport, page: Document): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' }));
  const link = page.createElement('a');
  link.href = address;
  link.download = 'visit-check.json';
  link.click();
  URL.revokeObjectURL(address);
}
