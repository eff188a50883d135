'use client';
import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { Broken } from './part-boundary.tsx';

/** A part whose code comes when it is first shown, or earlier with `preload`. */
export interface LazyPart<Props> {
  (props: Props): ReactNode;
  /** Fetches the code. What fails now is tried again when the part is shown. */
  preload(): void;
}

/** Like `React.lazy`, but a failure can be tried again: a phone that lost its network for a moment gets it back. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let loaded: ComponentType<Props> | undefined;
  const fetchPart = async () => (loaded ??= await load());

  function Part(props: Props) {
    const [Loaded, setLoaded] = useState(() => loaded);
    const [failed, setFailed] = useState(false);

    useEffect(() => {
      if (Loaded || failed) return;
      let current = true;
      fetchPart().then(
        (part) => {
          if (current) setLoaded(() => part);
        },
        () => {
          if (current) setFailed(true);
        },
      );
      return () => {
        current = false;
      };
    }, [Loaded, failed]);

    if (Loaded) return <Loaded {...props} />;
    if (!failed) return null;
    return (
      <Broken
        canLeave={false}
        onRetry={() => {
          setFailed(false);
        }}
      />
    );
  }

  return Object.assign(Part, {
    preload: () => {
      fetchPart().catch(() => undefined);
    },
  });
}
