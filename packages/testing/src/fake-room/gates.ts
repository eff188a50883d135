/** Things that take until the script says otherwise, by name. */
export interface Gates {
  /** Closes one; the returned function opens it. */
  readonly hold: (name: string) => () => void;
  /** What to wait for before going on; undefined when the gate is open. */
  readonly pass: (name: string) => Promise<void> | undefined;
}

/** See {@link Gates}. */
export function createGates(): Gates {
  const gates = new Map<string, Promise<void>>();
  return {
    hold: (name: string) => {
      let open: () => void = () => undefined;
      gates.set(
        name,
        new Promise<void>((resolve) => {
          open = resolve;
        }),
      );
      return () => {
        gates.delete(name);
        open();
      };
    },
    pass: (name: string) => gates.get(name),
  };
}
