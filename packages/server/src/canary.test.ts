import { createPassKeys } from '@quietroom/core/passes';
import { beforeAll, describe, expect, it } from 'vitest';
import { canariesIn, createCanary, createEar, disguises, everythingOf } from '../test/canary.ts';
import type { Deed } from '../test/deed.ts';
import { deeds } from '../test/deeds.ts';
import * as bucketKit from './bucket/index.ts';
import * as doctorKit from './doctor/index.ts';
import * as kit from './index.ts';

describe('nothing the package says', () => {
  let all: readonly Deed[];

  beforeAll(async () => {
    const keys = await createPassKeys(crypto);
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    all = deeds(keys, await crypto.subtle.exportKey('jwk', pair.privateKey));
  });

  it('is left out of this test: every export is exercised', () => {
    const exported = [kit, bucketKit, doctorKit].flatMap((module) => Object.keys(module)).sort();
    const exercised = new Set(all.flatMap(({ names }) => names));
    expect(exported.filter((name) => !exercised.has(name) && name !== 'PassRequestError')).toEqual([]);
  });

  it('repeats a secret or a person: no log line, error, address, answer, incident or report', async () => {
    const leaks: string[] = [];
    let tried = 0;
    for (const { names, input, act, shown } of all) {
      for (const { canary, input: tainted, at } of [{ canary: '', input, at: '' }, ...canariesIn(input)]) {
        const ear = createEar();
        const stop = ear.listen();
        try {
          const shownValue: unknown = await act(tainted as never, ear);
          if (shown === true) ear.hear('report', [shownValue, JSON.stringify(shownValue)]);
        } catch (error) {
          ear.hear('error', error);
        } finally {
          stop();
        }
        tried += 1;
        // The secrets among the inputs are canaries of their own.
        const canaries = [canary, ...(JSON.stringify(input).match(/canary\d+wren[0-9a-z]+/g) ?? [])];
        for (const one of canaries.filter((text) => text !== '')) {
          leaks.push(...ear.heard(one).map((where) => `${names[0] ?? ''}: ${at} in ${where}`));
        }
      }
    }
    expect([...new Set(leaks)]).toEqual([]);
    expect(tried).toBeGreaterThan(400);
  });
});

describe('the ear itself', () => {
  const canary = createCanary();
  const wrapped = new Error('outer', { cause: new Error(canary) });
  it.each<readonly [string, unknown]>([
    ['a message', new Error(`no ${canary}`)],
    ['a cause', wrapped],
    ['a cause of a cause', new Error('outermost', { cause: wrapped })],
    ['a member', Object.assign(new Error('x'), { request: { headers: { key: canary } } })],
    ['a hidden member', Object.defineProperty(new Error('x'), 'secret', { value: canary, enumerable: false })],
    ['an address', `https://vendor.invalid/?name=${encodeURIComponent(canary)}`],
    ['an authorization header', `Basic ${Buffer.from(`user:${canary}:`).toString('base64')}`],
    ['hexadecimal', Buffer.from(`x${canary}`).toString('hex')],
  ])('hears a canary in %s', (_where, value) => {
    const ear = createEar();
    ear.hear('test', value);
    expect(ear.heard(canary)).toEqual(['test']);
  });

  it('hears the console, and nothing where there is nothing', () => {
    const ear = createEar();
    const stop = ear.listen();
    console.warn('joined', { name: canary });
    stop();
    expect(ear.heard(canary)).toEqual(['console.warn']);
    expect(ear.heard(createCanary())).toEqual([]);
    expect(disguises(canary)).toHaveLength(7);
    expect(everythingOf(null)).toBe('null');
  });
});
