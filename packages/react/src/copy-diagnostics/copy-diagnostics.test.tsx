import { visitOfTwo } from '@quietroom/testing';
import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { CopyDiagnostics } from './copy-diagnostics.tsx';

it('copies how the visit stands, and nothing about anybody', async () => {
  const user = await showPart(visitOfTwo({ role: 'clinician' }), <CopyDiagnostics />);
  const clipboard = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await user.click(screen.getByRole('button', { name: 'Copy diagnostics' }));
  expect(await screen.findByText(/^Copied/)).toBeVisible();
  const [[text] = ['']] = clipboard.mock.calls;
  expect(text).toContain('phase: joined');
  expect(text).not.toMatch(/Zylphia|Quonsett|Patient [A-Z]\d/);
  await expectAccessible();
});
