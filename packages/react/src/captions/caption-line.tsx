'use client';
import type { Caption } from '@quietroom/core';
import { memo } from 'react';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { RosterName } from '../roster-name/roster-name.tsx';

/** Who said what. The text is whatever a machine heard: drawn as text, masked, and kept in its own direction. */
export const CaptionLine = memo(function CaptionLine({ caption }: { readonly caption: Caption }) {
  const { say } = useLaterWords();
  const { speaker, text, language } = caption;
  return (
    <p className="qr-caption ph-no-capture rr-block" data-sentry-mask="">
      <strong>{speaker === null ? say('captions.somebody') : <RosterName of={speaker} pseudonym={false} />}</strong>{' '}
      <span dir="auto" lang={language}>
        {text}
      </span>
    </p>
  );
});
