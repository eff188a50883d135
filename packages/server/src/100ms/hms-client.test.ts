import { createOpaqueId } from '@quietroom/core';
import { goodTemplate, startHmsRest, type HmsRest, type HmsRestOptions } from '@quietroom/emulators/100ms/rest';
import { afterEach, describe, expect, it } from 'vitest';
import { createHmsClient, type HmsClientOptions } from './hms-client.ts';
import type { HmsRoles } from './verify-template.ts';

const accessKey = '627cdddff2e4e30487862ad1';
const secret = 'invalid-app-secret-for-tests-only';
const templateId = '627ce5b637300e55a72ba7ed';
const roles: HmsRoles = {
  clinician: 'clinician',
  patient: 'patient',
  interpreter: 'interpreter',
  family: 'family',
  observer: 'observer',
  waiting: 'waiting-room',
};
const open: HmsRest[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((vendor) => vendor.close()));
});

const meet = async (vendorIs: Partial<HmsRestOptions> = {}, options: Partial<HmsClientOptions> = {}) => {
  const vendor = await startHmsRest({ accessKey, secret, templates: { [templateId]: goodTemplate() }, ...vendorIs });
  open.push(vendor);
  const baseUrl = `${vendor.url}/v2`;
  const client = createHmsClient({ accessKey, secret, roles, baseUrl, retryDelays: [1, 1], ...options });
  return { vendor, client, calls: () => vendor.requests.map(({ method, path }) => `${method} ${path}`) };
};

describe('making a 100ms room', () => {
  it('checks the template, makes the room, reads it back and hands it out', async () => {
    const { vendor, client, calls } = await meet();
    const { roomId, name, region } = await client.createRoom({ templateId, region: 'us' });
    expect(region).toBe('us');
    expect(calls()).toEqual([`GET /v2/templates/${templateId}`, 'POST /v2/rooms', `GET /v2/rooms/${roomId}`]);
    expect(vendor.requests[1]?.body).toMatchObject({ name, recording_info: { enabled: false } });
    expect(vendor.requests[1]?.body).not.toHaveProperty('description');
  });

  it('gives the same room for the same name', async () => {
    const { client } = await meet();
    const name = createOpaqueId(crypto);
    const first = await client.createRoom({ templateId, region: 'us', name });
    expect(await client.createRoom({ templateId, region: 'us', name })).toEqual(first);
  });

  it('makes nothing after a template that gives too much away', async () => {
    const template = goodTemplate();
    const settled = { ...template, destinations: { rtmpDestinations: { live: {} } } };
    const { client, calls } = await meet({ templates: { [templateId]: settled } });
    const refused = client.createRoom({ templateId, region: 'us' });
    await expect(refused).rejects.toMatchObject({ code: 'room-not-safe', findings: [{ ruleId: 'H1-45' }] });
    expect(calls()).toEqual([`GET /v2/templates/${templateId}`]);
  });

  it.each([
    ['H1-31', { region: 'in' }],
    ['H1-45', { recording_info: { enabled: true } }],
    ['H1-50', { description: 'Visit of Zylphia Quonsett' }],
  ])('disables a room that breaks %s and hands nothing out', async (ruleId, change) => {
    const { vendor, client } = await meet({ settles: (room) => ({ ...room, ...change }) });
    const refused = client.createRoom({ templateId, region: 'us' });
    await expect(refused).rejects.toMatchObject({ code: 'room-not-safe', findings: [{ ruleId }] });
    await expect(refused).rejects.not.toThrow(/Quonsett/);
    expect([...vendor.rooms.values()]).toMatchObject([{ enabled: false }]);
  });

  it('notices a workspace that is not one for health information', async () => {
    const { client } = await meet({ workspace: 'ordinary' });
    await expect(client.createRoom({ templateId, region: 'us' })).rejects.toMatchObject({
      findings: [{ ruleId: 'H1-35' }],
    });
    const synthetic = await meet({ workspace: 'ordinary' }, { workspace: 'ordinary' });
    await expect(synthetic.client.createRoom({ templateId, region: 'us' })).resolves.toMatchObject({ region: 'us' });
  });

  it('never makes a room twice: a lost answer is said to be lost', async () => {
    const { vendor, client, calls } = await meet();
    vendor.fail('POST', { type: 'lose-answer' });
    await expect(client.createRoom({ templateId, region: 'us' })).rejects.toMatchObject({ code: 'outcome-unknown' });
    expect(calls().filter((call) => call === 'POST /v2/rooms')).toHaveLength(1);
  });

  it('says that recording has no bucket, and does not repeat the call (H1-55)', async () => {
    const { vendor, client, calls } = await meet();
    const text = '{"code":500,"message":"hipaa enabled: recording config is not provided"}';
    vendor.fail('GET', { type: 'answer', status: 500, text });
    await expect(client.readRoom('631b2654f771854d9bf633df')).rejects.toMatchObject({
      code: 'recording-storage-missing',
      message: expect.not.stringContaining('hipaa enabled') as string,
    });
    expect(calls()).toHaveLength(1);
  });

  it('says when the vendor refuses the key, without the key', async () => {
    const { client } = await meet({}, { secret: 'another-app-secret-for-tests' });
    const error: unknown = await client.readTemplate(templateId).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'refused-key', status: 401 });
    expect(JSON.stringify([error, String(error)])).not.toMatch(/app-secret|627cdddff2e4e30487862ad1/);
  });

  it('signs each call anew, with a token that lives ten minutes', async () => {
    const { vendor, client } = await meet();
    await client.createRoom({ templateId, region: 'us' });
    const tokens = vendor.requests.map(({ headers }) => headers.authorization ?? '');
    const payloads = tokens.map(
      (token) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, number>,
    );
    expect(new Set(payloads.map(({ jti }) => jti)).size).toBe(3);
    expect(payloads.every(({ exp = 0, iat = 0 }) => exp - iat === 600)).toBe(true);
  });
});

describe('a 100ms client', () => {
  it.each([
    ['accessKey', { accessKey: 'Zylphia Quonsett' }],
    ['secret', { secret: '' }],
    ['baseUrl', { baseUrl: 'http://api.100ms.invalid' }],
  ])('is refused a wrong %s', (option, change) => {
    expect(() => createHmsClient({ accessKey, secret, roles, ...change })).toThrow(
      expect.objectContaining({ name: 'OptionError', option }) as Error,
    );
  });
});
