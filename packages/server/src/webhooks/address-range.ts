import { OptionError } from '../vendor/option-error.ts';

/** Whether an address belongs to one of some ranges. */
export type AddressTest = (address: string) => boolean;

const parseVersion4 = (text: string): bigint | null => {
  // Leading zeros are octal to some readers and decimal to others, so they are no address.
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1);
  if (parts?.every((part) => Number(part) <= 255 && String(Number(part)) === part) !== true) return null;
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
};

const parseVersion6 = (text: string): bigint | null => {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const tail = dotted?.[2] === undefined ? null : parseVersion4(dotted[2]);
  if (dotted !== null && tail === null) return null;
  const hexadecimal =
    tail === null ? text : `${dotted?.[1] ?? ''}${(tail >> 16n).toString(16)}:${(tail & 0xffffn).toString(16)}`;
  const halves = hexadecimal.split('::');
  if (halves.length > 2) return null;
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
};

/** IPv4 addresses as they are written in IPv6 (RFC 4291, 2.5.5.2): ::ffff:0:0/96. */
const mapped = 0xffffn << 32n;

/** An address as a number of 128 bits, so that both ways of writing an IPv4 address are the same. Null when it is none. */
export const parseAddress = (text: string): bigint | null => {
  if (text.length > 45) return null;
  const version4 = parseVersion4(text);
  return version4 === null ? parseVersion6(text) : mapped | version4;
};

/** @throws OptionError */
const parseRange = (option: string, range: string): { readonly start: bigint; readonly shift: bigint } => {
  const [text = '', length, ...rest] = range.split('/');
  const start = parseAddress(text);
  const bits = text.includes(':') ? 128 : 32;
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : -1;
  if (start === null || rest.length > 0 || prefix < 0 || prefix > bits) {
    throw new OptionError(
      option,
      'It holds something that is no address.',
      'Give addresses like 192.0.2.7 or 2001:db8::/32.',
    );
  }
  return { start, shift: BigInt(bits - prefix) };
};

/** Prepares a test for addresses and CIDR ranges. What is no address belongs to none. @throws OptionError */
export const createAddressTest = (option: string, ranges: readonly string[]): AddressTest => {
  const parsed = ranges.map((range) => parseRange(option, range));
  return (address) => {
    const value = parseAddress(address);
    return value !== null && parsed.some(({ start, shift }) => value >> shift === start >> shift);
  };
};
