'use client';
import { Component, type ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { useVisit } from '../visit-context/use-visit.ts';

/** See {@link PartBoundary}. */
export interface PartBoundaryProps {
  readonly children: ReactNode;
  /** For the boundary around everything: what is left must let people leave. */
  readonly canLeave?: boolean | undefined;
}

/**
 * Keeps a part that breaks, or whose code does not load, from taking the visit’s whole interface with it. The visit is
 * owned outside React and goes on.
 */
export class PartBoundary extends Component<PartBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Broken
        canLeave={this.props.canLeave ?? false}
        onRetry={() => {
          this.setState({ broken: false });
        }}
      />
    );
  }
}

interface BrokenProps {
  readonly canLeave: boolean;
  readonly onRetry: () => void;
}

/** Says that a part is missing and what can be done. */
export function Broken({ canLeave, onRetry }: BrokenProps) {
  const visit = useVisit();
  const { say } = useWords();
  return (
    <div className="qr-note" data-tone="danger" role="alert">
      <Icon name="warning" />
      <div className="qr-stack">
        <p className="qr-problem-what">{say('part.broken')}</p>
        <p>{say('part.remedy')}</p>
        <div className="qr-row">
          <Button onClick={onRetry}>{say('problem.retry')}</Button>
          {canLeave ? (
            <Button
              kind="danger"
              onClick={() => {
                void visit.leave();
              }}
            >
              {say('part.leave')}
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  );
}
