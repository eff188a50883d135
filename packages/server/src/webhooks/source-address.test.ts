import { describe, expect, it } from 'vitest';
import { createSourceReader } from './source-address.ts';

const vendor = '34.100.213.146';
const stranger = '203.0.113.9';
const proxy = '10.0.0.1';

const sourceOf = (
  remoteAddress: string | undefined,
  headers: Record<string, string>,
  url = 'https://clinic.invalid/hook',
) => createSourceReader(['10.0.0.0/8'])(new Request(url, { headers }), { remoteAddress });

describe('where a call comes from', () => {
  it('is the other end of the socket', () => {
    expect(sourceOf(vendor, {})).toEqual({ address: vendor, secure: true });
    expect(sourceOf(vendor, {}, 'http://clinic.invalid/hook').secure).toBe(false);
  });

  it('is not what a stranger writes into a header', () => {
    const spoofed = { 'x-forwarded-for': vendor, 'x-forwarded-proto': 'https' };
    expect(sourceOf(stranger, spoofed, 'http://clinic.invalid/hook')).toEqual({ address: stranger, secure: false });
  });

  it('is what our own proxy says', () => {
    const forwarded = { 'x-forwarded-for': vendor, 'x-forwarded-proto': 'https' };
    expect(sourceOf(proxy, forwarded, 'http://10.0.0.2/hook')).toEqual({ address: vendor, secure: true });
    expect(sourceOf(`::ffff:${proxy}`, forwarded, 'http://10.0.0.2/hook')).toEqual({ address: vendor, secure: true });
  });

  it('is what the last stranger was, whatever he wrote before our proxy', () => {
    expect(sourceOf(proxy, { 'x-forwarded-for': `${vendor}, ${stranger}` }).address).toBe(stranger);
    expect(sourceOf(proxy, { 'x-forwarded-for': `${vendor}, ${stranger}, 10.0.0.7` }).address).toBe(stranger);
    expect(sourceOf(proxy, { 'x-forwarded-for': `${vendor}, nonsense` }).address).toBeNull();
  });

  it('is not known when our proxy does not say, or only names itself', () => {
    expect(sourceOf(proxy, {}).address).toBeNull();
    expect(sourceOf(proxy, { 'x-forwarded-for': '10.0.0.7' }).address).toBeNull();
    expect(sourceOf(undefined, { 'x-forwarded-for': vendor }).address).toBeNull();
    expect(sourceOf('not an address', { 'x-forwarded-for': vendor }).address).toBeNull();
  });

  it('is read with its port', () => {
    expect(sourceOf(proxy, { 'x-forwarded-for': `${vendor}:51234` }).address).toBe(vendor);
    expect(sourceOf(proxy, { 'x-forwarded-for': '[2001:db8::1]:443' }).address).toBe('2001:db8::1');
  });

  it('is not secure when the caller reached our proxy in the open, whatever the proxy speaks to us', () => {
    expect(sourceOf(proxy, { 'x-forwarded-for': vendor, 'x-forwarded-proto': 'http' }).secure).toBe(false);
    expect(sourceOf(proxy, { 'x-forwarded-for': vendor, 'x-forwarded-proto': 'https, http' }).secure).toBe(false);
  });
});
