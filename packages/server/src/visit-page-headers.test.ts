import { describe, expect, it } from 'vitest';
import { lintPageHeaders } from './doctor/page-headers.ts';
import { visitPageHeaders } from './visit-page-headers.ts';

describe('the headers of a visit page', () => {
  it('leave nothing open that the doctor looks for', () => {
    const headers = new Headers(visitPageHeaders({ connect: ['wss://relay.clinic.example'] }));
    expect(lintPageHeaders(headers, 'clinic.example')).toEqual([]);
  });

  it('name the hosts they were given, and no other', () => {
    const policy = visitPageHeaders({ connect: ['wss://relay.clinic.example'] })['content-security-policy'];
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("connect-src 'self' wss://relay.clinic.example;");
    expect(policy).not.toMatch(/unsafe|\*|https:/);
  });

  it('allow WebAssembly and workers of the own origin only where the host has effects', () => {
    const policy = visitPageHeaders({ webAssembly: true })['content-security-policy'];
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'; worker-src 'self';");
    expect(lintPageHeaders(new Headers(visitPageHeaders({ webAssembly: true })), 'clinic.example')).toEqual([]);
    expect(visitPageHeaders()['content-security-policy']).not.toMatch(/wasm|worker/);
  });

  it('do not ask browsers for TLS where there is none', () => {
    expect(visitPageHeaders({ tls: false })).not.toHaveProperty('strict-transport-security');
  });

  it.each([
    '*',
    'https:',
    'wss://*.clinic.example',
    'https://clinic.example/path',
    'https://a.example; script-src *',
    'http://clinic.example',
  ])('refuse what is no single origin: %s', (host) => {
    expect(() => visitPageHeaders({ connect: [host] })).toThrow(/`connect` cannot be used/);
  });
});
