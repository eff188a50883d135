import { describe, expect, it } from 'vitest';
import { headerRuleIds, lintPageHeaders } from './page-headers.ts';

const host = 'visits.example.invalid';
const tight =
  "default-src 'self'; connect-src 'self' wss://*.signal.example.invalid; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const good = {
  'content-security-policy': tight,
  'permissions-policy': 'camera=(self), microphone=(self "https://room.example.invalid"), display-capture=self',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
  'cache-control': 'private, no-store',
};

const broken = (change: Record<string, string>): readonly string[] =>
  lintPageHeaders(new Headers({ ...good, ...change }), host).map(({ ruleId }) => ruleId);

describe('the headers of a visit page', () => {
  it('are fine when they close what is not needed', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ 'referrer-policy': 'unsafe-url, same-origin' })).toEqual([]);
    expect(
      broken({ 'content-security-policy': `${tight}; script-src 'nonce-q' 'unsafe-inline' https://${host}` }),
    ).toEqual([]);
    // Two policies apply together: what one leaves open the other may close.
    expect(broken({ 'content-security-policy': `script-src * 'unsafe-eval', ${tight}` })).toEqual([]);
  });

  it('are all missed when none is sent', () => {
    expect(lintPageHeaders(new Headers(), host).map(({ ruleId }) => ruleId)).toEqual(headerRuleIds);
  });

  it.each([
    "script-src 'self' 'unsafe-inline'",
    "script-src 'self' 'unsafe-eval'",
    'script-src *',
    'script-src https:',
    "script-src 'self' data:",
    "script-src 'self' https://cdn.example.invalid",
    "script-src-elem 'self' https://tags.example.invalid",
    "script-src-attr 'unsafe-inline'",
    'connect-src *',
    "connect-src 'self' wss:",
    'connect-src https://*',
    "connect-src 'self' *.com",
    'connect-src *:443',
    "object-src 'self'",
    'base-uri *',
    'frame-ancestors *',
    'form-action https:',
  ])('leave something open with %s', (directive) => {
    const [name] = directive.split(' ');
    const others = tight.split('; ').filter((part) => !part.startsWith(`${name ?? ''} `));
    expect(broken({ 'content-security-policy': [directive, ...others].join('; ') })).toEqual(['Q-PAGE-CONTENT']);
  });

  it.each(['base-uri', 'frame-ancestors', 'form-action'])('leave something open without %s', (name) => {
    const others = tight.split('; ').filter((part) => !part.startsWith(`${name} `));
    expect(broken({ 'content-security-policy': others.join('; ') })).toEqual(['Q-PAGE-CONTENT']);
  });

  it.each([
    ['permissions-policy', 'camera=*, microphone=(self), display-capture=(self)', 'Q-PAGE-PERMISSIONS'],
    ['permissions-policy', 'camera=(self), microphone=(*), display-capture=(self)', 'Q-PAGE-PERMISSIONS'],
    ['permissions-policy', 'camera=(self), microphone=(self)', 'Q-PAGE-PERMISSIONS'],
    ['referrer-policy', 'strict-origin-when-cross-origin', 'Q-PAGE-REFERRER'],
    ['referrer-policy', 'no-referrer, unsafe-url', 'Q-PAGE-REFERRER'],
    ['strict-transport-security', 'max-age=3600', 'Q-PAGE-TRANSPORT'],
    ['strict-transport-security', 'includeSubDomains', 'Q-PAGE-TRANSPORT'],
    ['cache-control', 'no-cache', 'Q-PAGE-CACHE'],
    ['cache-control', 'x-no-store', 'Q-PAGE-CACHE'],
  ])('are too loose with %s: %s', (header, value, ruleId) => {
    expect(broken({ [header]: value })).toEqual([ruleId]);
  });

  it('are never repeated', () => {
    const text = JSON.stringify(
      lintPageHeaders(new Headers({ 'content-security-policy': 'script-src zylphia' }), host),
    );
    expect(text).not.toContain('zylphia');
  });
});
