import { describe, expect, it } from 'vitest';
import { createAddressTest } from './address-range.ts';
import { hmsAddresses } from './hms-addresses.ts';

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7/32', true],
    ['192.0.2.7', '192.0.2.7', true],
    ['192.0.2.8', '192.0.2.7/32', false],
    ['192.0.2.255', '192.0.2.0/24', true],
    ['192.0.3.0', '192.0.2.0/24', false],
    ['10.255.0.1', '10.0.0.0/8', true],
    ['203.0.113.9', '0.0.0.0/0', true],
    ['::ffff:192.0.2.7', '192.0.2.0/24', true],
    ['::ffff:c000:207', '192.0.2.0/24', true],
    ['2001:db8::1', '2001:db8::/32', true],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1', true],
    ['2001:db9::1', '2001:db8::/32', false],
    ['::1', '0.0.0.0/0', false],
    ['::1', '::1', true],
  ])('%s and the range %s: %s', (address, range, belongs) => {
    expect(createAddressTest('sources', [range])(address)).toBe(belongs);
  });

  it.each([
    '',
    ' ',
    'unknown',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.07',
    '192.0.2.7 ',
    '0xc0.0.2.7',
    '1:2:3:4:5:6:7:8:9',
    '::1::',
    '1::2:3:4:5:6:7:8',
    '192.0.2.7, 10.0.0.1',
    ':'.repeat(100),
  ])('is none when it is %j, and belongs to no range', (address) => {
    expect(createAddressTest('sources', ['0.0.0.0/0', '::/0'])(address)).toBe(false);
  });

  it.each(['', '192.0.2.0/33', '192.0.2.0/-1', '192.0.2.0/', '192.0.2.0/24/8', '2001:db8::/129', 'example.invalid'])(
    'cannot be listed as %j',
    (range) => {
      expect(() => createAddressTest('sources', [range])).toThrow(
        expect.objectContaining({ option: 'sources' }) as Error,
      );
    },
  );

  it("can be one of the vendor's", () => {
    const isVendor = createAddressTest('sources', hmsAddresses);
    expect(hmsAddresses).toHaveLength(56);
    expect(isVendor('34.100.213.146')).toBe(true);
    expect(isVendor('34.100.213.147')).toBe(false);
  });
});
