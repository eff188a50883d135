import type { SafetyReport } from '@quietroom/core/policy';

/** Saves the report as a file, without asking any server for it. */
export function downloadFile(report: SafetyReport, page: Document): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' }));
  const link = page.createElement('a');
  link.href = address;
  link.download = 'visit-safety.json';
  link.click();
  URL.revokeObjectURL(address);
}
