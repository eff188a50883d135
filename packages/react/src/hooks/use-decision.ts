'use client';
import type { Decision, Feature } from '@quietroom/core';
import { useCallback } from 'react';
import { useVisit } from '../visit-context/use-visit.ts';
import { useSelection } from './use-selection.ts';

const sameDecision = (one: Decision, other: Decision): boolean =>
  one.allowed || other.allowed
    ? one.allowed === other.allowed
    : one.ruleId === other.ruleId && one.control === other.control;

/** What the policy says about a feature now. */
export function useDecision(feature: Feature): Decision {
  const visit = useVisit();
  return useSelection(
    visit.facts,
    useCallback(() => visit.decide(feature), [visit, feature]),
    sameDecision,
  );
}
