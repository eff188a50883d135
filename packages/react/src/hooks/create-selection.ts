/** Reads a part of a value, and gives the former result again for as long as it is the same. */
export function createSelection<Value, Selected>(
  read: () => Value,
  select: (value: Value) => Selected,
  same: (one: Selected, other: Selected) => boolean,
): () => Selected {
  let last: { readonly value: Value; readonly selected: Selected } | undefined;
  return () => {
    const value = read();
    if (last && Object.is(last.value, value)) return last.selected;
    const selected = select(value);
    last = { value, selected: last && same(last.selected, selected) ? last.selected : selected };
    return last.selected;
  };
}
