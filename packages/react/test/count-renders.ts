/** As much of React's own tree as counting needs. */
interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly type: unknown;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
}

/** Function, forwardRef, memo and simple memo components. */
const components = new Set([0, 11, 14, 15]);
const performedWork = 1;

let names: string[] | null = null;

const nameOf = ({ type }: Fiber): string => {
  const inner =
    typeof type === 'object' && type !== null
      ? ((type as { type?: unknown; render?: unknown }).type ?? (type as { render?: unknown }).render)
      : type;
  return typeof inner === 'function' ? inner.name : 'anonymous';
};

/** What was rendered between the two trees: a subtree that both share was not touched. */
function visit(next: Fiber, before: Fiber | null): void {
  if (components.has(next.tag) && (before === null || (next.flags & performedWork) !== 0)) names?.push(nameOf(next));
  if (before && before.child === next.child) return;
  for (let child = next.child; child; child = child.sibling) visit(child, child.alternate);
}

// React looks for this when it loads, and then reports every commit to it. So this module comes first in the set-up.
(globalThis as { __REACT_DEVTOOLS_GLOBAL_HOOK__?: unknown }).__REACT_DEVTOOLS_GLOBAL_HOOK__ ??= {
  supportsFiber: true,
  renderers: new Map(),
  inject: () => 1,
  onCommitFiberRoot: (_renderer: number, root: { readonly current: Fiber }) => {
    if (names) visit(root.current, root.current.alternate);
  },
  onCommitFiberUnmount: () => undefined,
  onPostCommitFiberRoot: () => undefined,
};

/** The names of the components that rendered while something happened, one for each time. */
export async function rendersDuring(happens: () => unknown): Promise<string[]> {
  const seen: string[] = [];
  names = seen;
  try {
    await happens();
  } finally {
    names = null;
  }
  return seen;
}
