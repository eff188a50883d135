import { createOpaqueId, parseOpaqueId, type OpaqueId } from '@quietroom/core';
import { OptionError, refuseUnknownOptions } from '../vendor/option-error.ts';
import { checkHmsId } from './identifiers.ts';
import { hmsRegions, type HmsRegion } from './region.ts';

/** What there is to choose about a room. Its description, live streaming and media-server recording are not. */
export interface HmsRoomOptions {
  /** The template that was checked with {@link verifyHmsTemplate}. */
  readonly templateId: string;
  /** Where the media servers are (H1-31). Never left to the vendor. */
  readonly region: HmsRegion;
  /** The room's name: give the same again to get the same room. Default: a new one. */
  readonly name?: OpaqueId;
  /** `composite`: to the bucket that the template names, by consent. Default `none`. */
  readonly recording?: 'none' | 'composite';
  /** The longest one session may last, in seconds, from 120 to 14,400. Default 14,400, as long as a token lives. */
  readonly longestSeconds?: number;
  /** The most people at once, from 2 to 20. Default 20. */
  readonly people?: number;
}

/** What is sent to make a room. Made only by {@link buildHmsRoom}. */
export interface HmsRoomBody {
  readonly name: OpaqueId;
  readonly template_id: string;
  readonly region: HmsRegion;
  readonly size: number;
  readonly max_duration_seconds: number;
  readonly recording_info?: { readonly enabled: false };
}

const checkWhole = (option: string, value: unknown, least: number, most: number): number => {
  if (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most) return Number(value);
  throw new OptionError(option, 'A visit is small and ends.', `Give a whole number from ${least} to ${most}.`);
};

/**
 * What to send to 100ms to make a room for a visit: named by a random UUID (H1-39), without a description (H1-50), in a
 * pinned region (H1-31), after a template that was checked, recorded by no media server (H1-45).
 * @throws OptionError naming the option that is wrong.
 */
export const buildHmsRoom = (
  options: HmsRoomOptions,
  crypto: Pick<Crypto, 'getRandomValues'> = globalThis.crypto,
): HmsRoomBody => {
  refuseUnknownOptions('options', options, ['templateId', 'region', 'name', 'recording', 'longestSeconds', 'people']);
  const { region, recording = 'none' } = options;
  if (!hmsRegions.includes(region)) {
    throw new OptionError('region', 'Where media is handled must be known.', `Give one of ${hmsRegions.join(', ')}.`);
  }
  if (!['none', 'composite'].includes(recording)) {
    throw new OptionError('recording', 'There is no such kind of recording.', 'Give none or composite.');
  }
  const name = options.name === undefined ? createOpaqueId(crypto) : parseOpaqueId(options.name);
  if (name === null) {
    throw new OptionError('name', 'It reaches the vendor.', 'Leave it out, or give an opaque id from createOpaqueId.');
  }
  return {
    name,
    template_id: checkHmsId('templateId', options.templateId),
    region,
    size: checkWhole('people', options.people ?? 20, 2, 20),
    max_duration_seconds: checkWhole('longestSeconds', options.longestSeconds ?? 14_400, 120, 14_400),
    // Left out, the room takes the bucket from its template.
    ...(recording === 'none' ? { recording_info: { enabled: false } } : {}),
  };
};
