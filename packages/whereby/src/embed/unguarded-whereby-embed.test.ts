import { createPseudonym, demonstration, usHipaa } from '@quietroom/core';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { rulesGivenUp, UnguardedEmbedRefused, UnguardedWherebyEmbed } from './unguarded-whereby-embed.ts';

const roomUrl = 'https://quillmoor.whereby.com/0b3f9c52-6a1e-4f6b-9d0c-1b7f2f7f9a10';
const name = createPseudonym('patient', crypto);
const show = (props: Partial<Parameters<typeof UnguardedWherebyEmbed>[0]>) =>
  renderToStaticMarkup(
    createElement(UnguardedWherebyEmbed, { room: { roomUrl }, name, policy: demonstration, ...props }),
  );

it('shows the room under a pseudonym, with what may leak off, and nothing else', () => {
  expect(show({})).toBe(
    `<whereby-embed room="${roomUrl}" displayname="${name}" chat="off" people="off" recording="off" ` +
      `roomintegrations="off" breakout="off" emptyroominvitation="off"></whereby-embed>`,
  );
});

it('gives the host’s key on', () => {
  expect(show({ room: { hostRoomUrl: `${roomUrl}?roomKey=k.e.y` } })).toContain(`room="${roomUrl}?roomKey=k.e.y"`);
});

it('takes no foreign parameter', () => {
  expect(() => show({ room: { roomUrl: `${roomUrl}?displayName=Zylphia` } })).toThrow('refused');
});

it('is refused for real patients until every rule it gives up has a reason in writing', () => {
  expect(() => show({ policy: usHipaa })).toThrow(UnguardedEmbedRefused);
  const allButOne = Object.fromEntries(rulesGivenUp.slice(1).map((rule) => [rule, 'Reviewed on 2026-11-20.']));
  expect(() => show({ policy: { ...usHipaa, loosened: allButOne } })).toThrow(rulesGivenUp[0]);
  const blank = Object.fromEntries(rulesGivenUp.map((rule) => [rule, ' ']));
  expect(() => show({ policy: { ...usHipaa, loosened: blank } })).toThrow(UnguardedEmbedRefused);
  const all = Object.fromEntries(rulesGivenUp.map((rule) => [rule, 'Reviewed on 2026-11-20.']));
  expect(show({ policy: { ...usHipaa, loosened: all } })).toContain('whereby-embed');
});
