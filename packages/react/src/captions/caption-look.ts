'use client';
import { visitChoice } from '../stage/visit-choice.ts';
import { standardLook, type CaptionLook } from './caption-choices.ts';

/** What somebody wants of captions on this page. */
export interface CaptionPreferences {
  readonly look: CaptionLook;
  /** Whether a screen reader is given what was said, sentence by sentence. Most of its users hear it being said. */
  readonly readAloud: boolean;
}

/**
 * How this person wants captions, and a way to change it. Kept in memory, as long as the visit's object lives: a host that
 * knows the person can store it for them and set it again.
 */
export const useCaptionPreferences = visitChoice<CaptionPreferences>({ look: standardLook, readAloud: false });
