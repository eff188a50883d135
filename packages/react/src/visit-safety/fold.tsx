'use client';
import type { ReactNode } from 'react';

interface FoldProps {
  readonly heading: string;
  readonly open: boolean;
  readonly children: ReactNode;
}

/** A section that specialists want open and others closed. */
export function Fold({ heading, open, children }: FoldProps) {
  return (
    <details className="qr-safety-fold" open={open}>
      <summary>
        <h3 className="qr-subtitle">{heading}</h3>
      </summary>
      <div className="qr-stack">{children}</div>
    </details>
  );
}
