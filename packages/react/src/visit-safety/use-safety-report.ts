'use client';
import type { Facts } from '@quietroom/core';
import { createSafetyReport, type SafetyReport } from '@quietroom/core/policy';
import { useMemo } from 'react';
import { useSelection } from '../hooks/use-selection.ts';
import { useVisit } from '../visit-context/use-visit.ts';

const everything = (facts: Facts): Facts => facts;

/** What is known about the safety of this visit now. Made anew only when a fact has changed. */
export function useSafetyReport(): SafetyReport {
  const { facts: source, policy, manifest, rules } = useVisit();
  const facts = useSelection(source, everything);
  return useMemo(() => {
    const today = new Date().toISOString().slice(0, 10);
    return createSafetyReport({ policy, facts, manifest, rules, today });
  }, [policy, facts, manifest, rules]);
}
