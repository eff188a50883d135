'use client';
import type { DeviceKind } from '@quietroom/core';
import { useCallback } from 'react';
import { useVisit } from '../visit-context/use-visit.ts';

/** Chooses a device: in the visit by asking the policy and the room, before it from the page's own media alone. */
export function useSelectDevice(): (kind: DeviceKind, deviceId: string) => Promise<void> {
  const visit = useVisit();
  return useCallback(
    (kind, deviceId) =>
      visit.state.get().phase.name === 'joined'
        ? visit.perform({ type: 'selectDevice', kind, deviceId })
        : visit.media.select(kind, deviceId),
    [visit],
  );
}
