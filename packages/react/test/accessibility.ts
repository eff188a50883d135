import { act } from '@testing-library/react';
import axe from 'axe-core';
import { expect } from 'vitest';
import { settled } from './settled.ts';

/** Fails with what axe finds wrong in the page now, if anything. */
export async function expectAccessible(): Promise<void> {
  await act(settled);
  const { violations } = await axe.run(document.body, {
    // A part is shown without the page around it, which has the landmarks and the first heading.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
