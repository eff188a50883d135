import { describe, expect, it } from 'vitest';
import { lintPageHeaders } from './doctor/page-headers.ts';
import { visitPageHeaders } from './visit-page-headers.ts';

const nonce = 'AAAAAAAAAAAAAAAAAAAAAA==';

describe('the headers of a visit page', () => {
  it('leave nothing open that the doctor looks for', () => {
    const headers = new Headers(visitPageHeaders({ nonce, connect: ['wss://relay.clinic.example'] }));
    expect(lintPageHeaders(headers, 'clinic.example')).toEqual([]);
  });

  it('name the nonce and the hosts they were given, and no other', () => {
    const policy = visitPageHeaders({ nonce, connect: ['wss://relay.clinic.example'] })['content-security-policy'];
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("connect-src 'self' wss://relay.clinic.example;");
    expect(policy).not.toMatch(/unsafe|\*|https:/);
  });

  it('allow WebAssembly and workers of the own origin only where the host has effects', () => {
    const policy = visitPageHeaders({ nonce, webAssembly: true })['content-security-policy'];
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'; worker-src 'self';");
    expect(lintPageHeaders(new Headers(visitPageHeaders({ nonce, webAssembly: true })), 'clinic.example')).toEqual([]);
    expect(visitPageHeaders({ nonce })['content-security-policy']).not.toMatch(/wasm|worker/);
  });

  it('do not ask browsers for TLS where there is none', () => {
    expect(visitPageHeaders({ nonce, tls: false })).not.toHaveProperty('strict-transport-security');
  });

  it.each(['', 'short', `${nonce}; script-src *`])('refuse a nonce that could be guessed or says more: %s', (bad) => {
    expect(() => visitPageHeaders({ nonce: bad })).toThrow(/`nonce` cannot be used/);
  });

  it.each([
    '*',
    'https:',
    'wss://*.clinic.example',
    'https://clinic.example/path',
    'https://a.example; script-src *',
    'http://clinic.example',
  ])('refuse what is no single origin: %s', (host) => {
    expect(() => visitPageHeaders({ nonce, connect: [host] })).toThrow(/`connect` cannot be used/);
  });
});
