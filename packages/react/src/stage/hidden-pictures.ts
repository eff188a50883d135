'use client';
import { visitChoice } from './visit-choice.ts';

/**
 * Whether the others' pictures are hidden on this page, so that sound has the connection and the computer to itself. An
 * interpreter with a place of their own stays in sight.
 */
export const useHiddenPictures = visitChoice(false);
