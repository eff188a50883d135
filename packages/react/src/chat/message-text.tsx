'use client';
import { useMemo } from 'react';
import { MessageLink } from './message-link.tsx';
import { splitLinks } from './split-links.ts';

/** A message's text, as text: nothing in it becomes markup, and an address opens only after a question. */
export function MessageText({ text }: { readonly text: string }) {
  const pieces = useMemo(() => splitLinks(text), [text]);
  return (
    <p className="qr-message-text" dir="auto">
      {pieces.map((piece, index) =>
        'address' in piece ? <MessageLink key={index} text={piece.text} address={piece.address} /> : piece.text,
      )}
    </p>
  );
}
