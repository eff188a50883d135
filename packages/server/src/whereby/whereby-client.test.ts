import { startWherebyRest, type WherebyRest, type WherebyRestOptions } from '@quietroom/emulators/whereby/rest';
import { afterEach, describe, expect, it } from 'vitest';
import type { ClientOptions } from '../vendor/call-options.ts';
import { createWherebyClient } from './whereby-client.ts';

const apiKey = 'invalid-api-key-for-tests-only';
const hour = 3_600_000;
const open: WherebyRest[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((vendor) => vendor.close()));
});

const meet = async (vendorIs: Partial<WherebyRestOptions> = {}, options: ClientOptions = {}) => {
  const vendor = await startWherebyRest({ apiKey, ...vendorIs });
  open.push(vendor);
  const client = createWherebyClient({ apiKey, baseUrl: `${vendor.url}/v1`, retryDelays: [1, 1], ...options });
  const made = () => vendor.requests.filter(({ method }) => method === 'POST').length;
  return { vendor, client, made, room: { ends: Date.now() + hour } };
};

describe('making a Whereby room', () => {
  it('makes it, reads it back and hands it out', async () => {
    const { vendor, client, room } = await meet();
    const made = await client.createRoom(room);
    expect(made.unverified).toEqual([]);
    expect(made.roomUrl).toMatch(/^https:\/\/[^?]+\/[0-9a-f-]{36}$/);
    expect(made.hostRoomUrl).toContain('?roomKey=');
    expect(vendor.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v1/meetings',
      `GET /v1/meetings/${made.meetingId}`,
    ]);
    expect(vendor.meetings.get(made.meetingId)).toMatchObject({ isLocked: true });
    await client.deleteRoom(made.meetingId);
    await client.deleteRoom(made.meetingId);
    expect(vendor.meetings.size).toBe(0);
  });

  it('says what a vendor that tells only what it documents leaves unverified', async () => {
    const { client, room } = await meet({ tells: 'documented' });
    const { unverified } = await client.createRoom(room);
    expect(unverified.map(({ ruleId }) => ruleId)).toEqual(['W1-04', 'W1-06', 'W1-07', 'W1-12']);
    expect(unverified.every(({ verdict }) => verdict === 'unknown')).toBe(true);
  });

  it.each([
    ['W1-04', { isLocked: false }],
    ['W1-06', { roomPreferences: { streaming: true, roomIntegrations: false } }],
    ['W1-12', { recording: { type: 'cloud', destination: { provider: 's3' } } }],
  ])('removes a room that breaks %s and hands nothing out', async (ruleId, change) => {
    const { vendor, client, room } = await meet({ settles: (meeting) => ({ ...meeting, ...change }) });
    const refused = client.createRoom(room);
    await expect(refused).rejects.toMatchObject({ code: 'room-not-safe', findings: [{ ruleId, verdict: 'broken' }] });
    expect(vendor.meetings.size).toBe(0);
  });

  it('removes a room whose address is not a UUID', async () => {
    const roomUrl = 'https://clinic.whereby.invalid/zylphia-quonsett';
    const { vendor, client, room } = await meet({ settles: (meeting) => ({ ...meeting, roomUrl }) });
    await expect(client.createRoom(room)).rejects.toMatchObject({
      code: 'unexpected-answer',
      message: expect.not.stringContaining('zylphia') as string,
    });
    expect(vendor.meetings.size).toBe(0);
  });

  it('sends nothing when the options are wrong', async () => {
    const { vendor, client } = await meet();
    await expect(client.createRoom({ ends: 0 })).rejects.toMatchObject({ name: 'OptionError', option: 'ends' });
    expect(vendor.requests).toEqual([]);
  });

  it('never makes a room twice: a lost answer is said to be lost', async () => {
    const { vendor, client, made, room } = await meet();
    vendor.fail('POST', { type: 'lose-answer' });
    await expect(client.createRoom(room)).rejects.toMatchObject({ code: 'outcome-unknown' });
    vendor.fail('POST', { type: 'answer', status: 504 });
    await expect(client.createRoom(room)).rejects.toMatchObject({ code: 'outcome-unknown', status: 504 });
    vendor.fail('POST', { type: 'answer', status: 503 });
    await expect(client.createRoom(room)).rejects.toMatchObject({ code: 'vendor-failed' });
    expect(made()).toBe(3);
  });

  it('does not know either when the caller gives up on the answer, and has sent nothing when he gave up before', async () => {
    const { vendor, client, made, room } = await meet();
    await expect(client.createRoom(room, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect(made()).toBe(0);
    vendor.fail('POST', { type: 'hang' });
    const caller = new AbortController();
    const refused = client.createRoom(room, { signal: caller.signal });
    await expect.poll(made).toBe(1);
    caller.abort();
    await expect(refused).rejects.toMatchObject({ code: 'outcome-unknown' });
  });

  it('removes the room when it cannot be read back', async () => {
    const { vendor, client, room } = await meet();
    vendor.fail('GET', { type: 'break' }, { type: 'break' }, { type: 'break' });
    await expect(client.createRoom(room)).rejects.toMatchObject({ code: 'unreachable' });
    expect(vendor.meetings.size).toBe(0);
  });

  it('removes the room when the caller gives up while it is read back', async () => {
    const { vendor, client, room } = await meet();
    vendor.fail('GET', { type: 'hang' });
    const caller = new AbortController();
    const refused = client.createRoom(room, { signal: caller.signal });
    await expect.poll(() => vendor.requests.some(({ method }) => method === 'GET')).toBe(true);
    caller.abort();
    await expect(refused).rejects.toMatchObject({ code: 'cancelled' });
    expect(vendor.meetings.size).toBe(0);
  });
});

describe('reading a Whereby room', () => {
  it('repeats a read that failed in passing', async () => {
    const { vendor, client, room } = await meet();
    const { meetingId } = await client.createRoom(room);
    vendor.fail('GET', { type: 'break' }, { type: 'answer', status: 503 });
    await expect(client.readRoom(meetingId)).resolves.toMatchObject({ meetingId });
    vendor.fail('GET', { type: 'answer', status: 429 });
    await expect(client.readRoom(meetingId)).resolves.toMatchObject({ meetingId });
  });

  it('gives up in time', async () => {
    const { vendor, client } = await meet({}, { timeoutMilliseconds: 60, retryDelays: [] });
    vendor.fail('GET', { type: 'hang' });
    await expect(client.readRoom('10000000')).rejects.toMatchObject({ code: 'timed-out' });
  });

  it('stops while it waits for an answer', async () => {
    const { vendor, client } = await meet({}, { retryDelays: [] });
    vendor.fail('GET', { type: 'hang' });
    const caller = new AbortController();
    const read = client.readRoom('10000000', { signal: caller.signal });
    await expect.poll(() => vendor.requests.length).toBe(1);
    caller.abort();
    await expect(read).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('stops when the caller does, also between two attempts', async () => {
    const { vendor, client } = await meet({}, { retryDelays: [600_000] });
    vendor.fail('GET', { type: 'answer', status: 503 });
    const caller = new AbortController();
    const read = client.readRoom('10000000', { signal: caller.signal });
    await expect.poll(() => vendor.requests.length).toBe(1);
    caller.abort();
    await expect(read).rejects.toMatchObject({ code: 'cancelled' });
    await expect(client.readRoom('1', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect(vendor.requests.length).toBe(1);
  });

  it.each([
    ['refused-key', { status: 401 }],
    ['not-allowed', { status: 403 }],
    ['not-found', { status: 404 }],
    ['rejected', { status: 400, text: '{"error":"Zylphia Quonsett"}' }],
    ['unexpected-answer', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }],
    ['unexpected-answer', { status: 200, text: '<html>Zylphia Quonsett</html>' }],
    ['unexpected-answer', { status: 200, text: JSON.stringify('x'.repeat(2_000_000)) }],
  ] as const)('says %s for %j, and nothing of what was sent or answered', async (code, fault) => {
    const { vendor, client } = await meet();
    vendor.fail('GET', { type: 'answer', ...fault });
    const error: unknown = await client.readRoom('10000000').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'VendorError', vendor: 'whereby', code });
    expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toMatch(/Quonsett|invalid-api-key/);
    expect((error as Error).cause).toBeUndefined();
  });

  it.each(['../../v1/rooms?x=', 'zylphia-quonsett', ''])('puts no “%s” into an address: it is no id', async (id) => {
    const { vendor, client } = await meet();
    await expect(client.readRoom(id)).rejects.toMatchObject({ name: 'OptionError', option: 'meetingId' });
    await expect(client.deleteRoom(id)).rejects.toMatchObject({ name: 'OptionError', option: 'meetingId' });
    expect(vendor.requests).toEqual([]);
  });

  it('is unreachable when nobody listens', async () => {
    const client = createWherebyClient({ apiKey, baseUrl: 'http://127.0.0.1:1/v1', retryDelays: [1] });
    await expect(client.readRoom('1')).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('a Whereby client', () => {
  it.each([
    ['apiKey', { apiKey: '' }],
    ['apiKey', { apiKey: 'short' }],
    ['apiKey', { apiKey: 'with a space in the middle' }],
    ['baseUrl', { apiKey, baseUrl: 'http://api.whereby.invalid/v1' }],
    ['baseUrl', { apiKey, baseUrl: 'https://user:password@api.whereby.invalid' }],
    ['baseUrl', { apiKey, baseUrl: 'https://api.whereby.invalid/?key=1' }],
    ['baseUrl', { apiKey, baseUrl: 'nowhere' }],
    ['timeoutMilliseconds', { apiKey, timeoutMilliseconds: 0 }],
    ['timeoutMilliseconds', { apiKey, timeoutMilliseconds: Number.NaN }],
  ])('is refused a wrong %s', (option, options) => {
    expect(() => createWherebyClient(options)).toThrow(
      expect.objectContaining({ name: 'OptionError', option }) as Error,
    );
  });
});
