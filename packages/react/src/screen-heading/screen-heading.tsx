'use client';
import type { ReactNode } from 'react';

/** See {@link ScreenHeading}. */
export interface ScreenHeadingProps {
  readonly children: ReactNode;
  /** Only for screen readers. */
  readonly hidden?: boolean | undefined;
}

/** The heading of a whole screen of the visit. `VideoRoom` moves the focus to it when the screen changes. */
export function ScreenHeading({ children, hidden = false }: ScreenHeadingProps) {
  return (
    <h2 className={hidden ? 'qr-hidden' : 'qr-title'} tabIndex={-1} data-qr-screen-heading="">
      {children}
    </h2>
  );
}
