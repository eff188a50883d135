import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpaqueId } from '../contract/identity.ts';
import { createOpaqueId, opaqueIdFromBytes, opaqueIdToBytes, parseOpaqueId } from './opaque-id.ts';

describe('opaque id', () => {
  it('is a fresh lower-case UUID version 4 every time', () => {
    const ids = new Set(Array.from({ length: 1000 }, () => createOpaqueId(crypto)));
    expect(ids.size).toBe(1000);
    for (const id of ids) expect(parseOpaqueId(id)).toBe(id);
  });

  it('is accepted in one spelling only', () => {
    const id = 'a3bb189e-8bf9-4888-9912-ace4e6543002';
    expect(parseOpaqueId(id)).toBe(id);
    expect(parseOpaqueId(id.toUpperCase())).toBeNull();
    expect(parseOpaqueId(`{${id}}`)).toBeNull();
    expect(parseOpaqueId(`${id}\n`)).toBeNull();
    expect(parseOpaqueId('a3bb189e-8bf9-1888-9912-ace4e6543002')).toBeNull();
    expect(parseOpaqueId('a3bb189e-8bf9-4888-c912-ace4e6543002')).toBeNull();
    expect(parseOpaqueId('MRN 84-0031-77')).toBeNull();
    expect(parseOpaqueId({ toString: () => id })).toBeNull();
    expect(parseOpaqueId(undefined)).toBeNull();
  });

  it('survives the way to bytes and back', () => {
    fc.assert(
      fc.property(fc.uuid({ version: 4 }), (uuid) => {
        expect(opaqueIdFromBytes(opaqueIdToBytes(uuid as OpaqueId))).toBe(uuid);
      }),
    );
  });

  it('is not made out of bytes that are no UUID version 4', () => {
    expect(opaqueIdFromBytes(new Uint8Array(16))).toBeNull();
    expect(opaqueIdFromBytes(new Uint8Array(15))).toBeNull();
    expect(opaqueIdFromBytes(opaqueIdToBytes(createOpaqueId(crypto)).subarray(1))).toBeNull();
  });
});
