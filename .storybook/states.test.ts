import { roomErrorCodes } from '@quietroom/core';
import * as parts from '@quietroom/react';
import { storyNameFromExport, toId } from 'storybook/internal/csf';
import { describe, expect, test } from 'vitest';
import { inside, situations, table } from './states.ts';

interface StoryFile {
  readonly default: { readonly title: string };
  readonly [name: string]: { readonly play?: unknown; readonly title?: string };
}

const files = Object.values(import.meta.glob<StoryFile>('../packages/react/src/**/*.stories.tsx', { eager: true }));
const stories = new Map(
  files.flatMap(({ default: { title }, ...named }) =>
    Object.entries(named).map(([name, story]) => [toId(title, storyNameFromExport(name)), story] as const),
  ),
);
const rows: readonly (readonly [string, Readonly<Record<string, string | readonly string[]>>])[] = [
  ...Object.entries(table),
  ...Object.entries(inside),
];
const cells = rows.flatMap(([part, states]) =>
  Object.entries(states).flatMap(([state, shown]) => [shown].flat().map((id) => ({ part, state, id }))),
);
const figure = `${stories.size} stories, ${[...stories.values()].filter(({ play }) => play !== undefined).length} of them interaction tests; ${rows.length} parts × states: ${cells.length} cells`;

describe('every part is shown in every state a person can meet', () => {
  test(figure, ({ task }) => {
    const gaps = cells.filter(({ id }) => !stories.has(id)).map(({ part, state, id }) => `${part}, ${state}: no ${id}`);
    const known = new Set(cells.map(({ id }) => id));
    const others = [...stories.keys()].filter((id) => !known.has(id));
    const more = others.length > 0 ? `; in no cell: ${others.join(', ')}` : '';
    Object.assign(task.meta, { figure: `${figure}, ${gaps.length} gaps${more}` });
    expect(gaps).toEqual([]);
  });

  test('every exported part has a row', () => {
    const shown = Object.keys(parts).filter((name) => /^[A-Z]/.test(name));
    expect(shown.filter((part) => !Object.hasOwn(table, part))).toEqual([]);
  });

  test('every state is one of some part', () => {
    const wanted = [...Object.keys(situations), ...roomErrorCodes.map((code) => `error ${code}`)];
    expect(wanted.filter((state) => !cells.some((cell) => cell.state === state))).toEqual([]);
  });
});
