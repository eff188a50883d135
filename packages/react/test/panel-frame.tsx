import type { ReactNode } from 'react';

/** The place a panel has beside the stage. */
export function PanelFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div
      style={{ display: 'grid', flex: 1, gridTemplateRows: 'minmax(0, 1fr)', maxInlineSize: '25rem', minBlockSize: 0 }}
    >
      {children}
    </div>
  );
}
