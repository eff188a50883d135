import type { RecordingFailed, WebhookIncident } from '@quietroom/server';

/** Stands for whatever pages the person on duty. Holds vendors' ids and times; nobody's name. */
export const createIncidentBook = () => {
  const entries: { readonly kind: string; readonly room: string | null; readonly at: number }[] = [];
  return {
    entries,
    onIncident: ({ kind, room, at }: WebhookIncident): void => {
      entries.push({ kind, room, at });
    },
    onRecordingFailed: ({ room, at }: RecordingFailed): void => {
      entries.push({ kind: 'recording-failed', room, at });
    },
  };
};
