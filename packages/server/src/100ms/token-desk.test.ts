import { createOpaqueId, parseOpaqueId, roles as allRoles, type Role } from '@quietroom/core';
import fc from 'fast-check';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { OptionError } from '../vendor/option-error.ts';
import { createHmsTokenDesk, type HmsTokenDeskOptions, type HmsTokenRequest } from './token-desk.ts';

const accessKey = '627cdddff2e4e30487862ad1';
const secret = 'invalid-app-secret-for-tests-only';
const roomId = '631b2654f771854d9bf633df';
const hour = 3_600_000;
const start = Date.UTC(2031, 1, 3, 9);
const roles = { clinician: 'clinician', patient: 'patient', interpreter: 'guest-voice', waiting: 'waiting-room' };

const deskAt = (options: Partial<HmsTokenDeskOptions> = {}) => {
  let time = start;
  const desk = createHmsTokenDesk({ accessKey, secret, roles, now: () => time, ...options });
  return { ...desk, pass: (milliseconds: number) => (time += milliseconds) };
};
const request = (role: Role = 'patient', changes: Partial<HmsTokenRequest> = {}): HmsTokenRequest => ({
  roomId,
  sub: createOpaqueId(crypto),
  role,
  visitEnds: start + hour,
  ...changes,
});

describe('a 100ms token', () => {
  it('says which person joins which room in which role, and nothing else', async () => {
    const asked = request('patient');
    const { token, tokenId, expires } = await deskAt().mint(asked);
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      currentDate: new Date(start),
    });
    expect(payload).toEqual({
      access_key: accessKey,
      room_id: roomId,
      user_id: asked.sub,
      role: 'patient',
      type: 'app',
      version: 2,
      jti: tokenId,
      iat: start / 1000,
      nbf: start / 1000 - 30,
      exp: expires / 1000,
    });
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', typ: 'JWT' });
  });

  it('lives until an hour after the visit, and never longer than four', async () => {
    const { mint, pass } = deskAt();
    expect((await mint(request('patient', { visitEnds: start + hour }))).expires).toBe(start + 2 * hour);
    expect((await mint(request('patient', { visitEnds: start + 9 * hour }))).expires).toBe(start + 4 * hour);
    expect((await mint(request('patient', { visitEnds: start - hour / 2 }))).expires).toBe(start + hour / 2);
    pass(3 * hour);
    await expect(mint(request('patient', { visitEnds: start + hour }))).rejects.toMatchObject({ option: 'visitEnds' });
  });

  it('is minted again for the same person when they reconnect, with an id of its own', async () => {
    const { mint } = deskAt();
    const asked = request();
    const first = await mint(asked);
    const again = await mint(asked);
    expect(decodeJwt(again.token)['user_id']).toBe(decodeJwt(first.token)['user_id']);
    expect(again.tokenId).not.toBe(first.tokenId);
  });

  it('is minted once per id', async () => {
    const { mint } = deskAt();
    const tokenId = createOpaqueId(crypto);
    const both = await Promise.allSettled([
      mint(request('patient', { tokenId })),
      mint(request('patient', { tokenId })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('asks the store that servers share', async () => {
    const claimed: [string, number][] = [];
    const shared = {
      claim: (id: string, until: number) => Promise.resolve(claimed.push([id, until]) === 1),
      release: () => undefined,
    };
    const { mint } = deskAt({ tokenIds: shared });
    const { tokenId, expires } = await mint(request());
    expect(claimed).toEqual([[tokenId, expires]]);
    await expect(mint(request())).rejects.toMatchObject({ option: 'tokenId' });
  });

  it('lets people wait in the role without rights until they are admitted', async () => {
    const { mint } = deskAt();
    const { token } = await mint(request('patient', { waiting: true }));
    expect(decodeJwt(token)['role']).toBe('waiting-room');
  });

  it("carries a clinician's second factor, and nobody else's", async () => {
    const { mint } = deskAt();
    const clinician = await mint(request('clinician', { secondFactor: true }));
    expect(decodeJwt(clinician.token)['amr']).toEqual(['mfa']);
    const patient = await mint(request('patient', { secondFactor: true }));
    expect(decodeJwt(patient.token)).not.toHaveProperty('amr');
  });

  it('is refused to a clinician without a second factor where one is required', async () => {
    const { mint } = deskAt({ clinicianMfa: 'required' });
    await expect(mint(request('clinician'))).rejects.toMatchObject({ option: 'secondFactor' });
    await expect(mint(request('clinician', { secondFactor: true }))).resolves.toMatchObject({});
    await expect(mint(request('patient'))).resolves.toMatchObject({});
  });

  it.each([
    ['sub', { sub: 'zylphia.quonsett@example.invalid' }],
    ['sub', { sub: 'MRN 84-0031-77' }],
    ['roomId', { roomId: 'zylphia-quonsett' }],
    ['role', { role: 'family' }],
    ['role', { role: 'waiting' }],
    ['role', { role: 'constructor' }],
    ['role', { waiting: 'yes' }],
    ['visitEnds', { visitEnds: Number.NaN }],
    ['visitEnds', { visitEnds: undefined }],
    ['tokenId', { tokenId: 'zylphia-quonsett' }],
    ['request', { user_name: 'Zylphia Quonsett' }],
  ])('refuses a wrong %s without repeating it', async (option, change) => {
    const asked = { ...request(), ...change } as HmsTokenRequest;
    await expect(deskAt().mint(asked)).rejects.toMatchObject({
      name: 'OptionError',
      option,
      message: expect.not.stringMatching(/quonsett|84-0031/i) as string,
    });
  });

  it.each([
    ['roles', { roles: {} }],
    ['roles', { roles: { patient: 'guest', clinician: 'guest' } }],
    ['roles', { roles: { patient: 'has a space' } }],
    ['roles', { roles: { recorder: 'recorder' } }],
    ['secret', { secret: 'short' }],
    ['accessKey', { accessKey: '' }],
    ['clinicianMfa', { clinicianMfa: 'sometimes' }],
  ])('cannot be minted at a desk with a wrong %s', (option, change) => {
    const options = { accessKey, secret, roles, ...change } as HmsTokenDeskOptions;
    expect(() => createHmsTokenDesk(options)).toThrow(
      expect.objectContaining({ name: 'OptionError', option }) as Error,
    );
  });

  it('cannot be made unsafe by any combination of options', async () => {
    const anyValue = fc.oneof(
      fc.constantFrom<unknown>(true, 'yes', null, 'Zylphia Quonsett'),
      fc.anything({ maxDepth: 1 }),
    );
    const mostly = <Value>(good: fc.Arbitrary<Value>) => fc.oneof({ weight: 12, arbitrary: good }, anyValue);
    const asked = fc.record(
      {
        roomId: mostly(fc.constant(roomId)),
        sub: mostly(fc.uuid({ version: 4 })),
        role: fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom<unknown>(...allRoles, 'waiting', 'recorder') },
          anyValue,
        ),
        visitEnds: fc.oneof(
          { weight: 5, arbitrary: fc.integer({ min: start - 2 * hour, max: start + 48 * hour }) },
          anyValue,
        ),
        waiting: mostly(fc.boolean()),
        secondFactor: mostly(fc.boolean()),
        tokenId: mostly(fc.uuid({ version: 4 })),
        user_name: anyValue,
      },
      { requiredKeys: ['roomId', 'sub', 'role', 'visitEnds'] },
    );
    let minted = 0;
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom('required', 'optional'), async (options, clinicianMfa) => {
        let token: string;
        try {
          ({ token } = await deskAt({ clinicianMfa }).mint(options as HmsTokenRequest));
        } catch (error) {
          expect(error).toBeInstanceOf(OptionError);
          return;
        }
        minted += 1;
        const { exp = Infinity, iat = 0, ...claims } = decodeJwt(token);
        expect(exp - iat).toBeLessThanOrEqual(4 * 3600);
        expect(exp * 1000).toBeLessThanOrEqual(Number(options.visitEnds) + hour);
        expect(parseOpaqueId(claims['user_id'])).not.toBeNull();
        expect(parseOpaqueId(claims.jti)).not.toBeNull();
        const role = options.waiting === true ? 'waiting-room' : roles[options.role as 'patient'];
        expect(claims['role']).toBe(role);
        expect(clinicianMfa === 'optional' || options.role !== 'clinician' || claims['amr'] !== undefined).toBe(true);
        expect(JSON.stringify(claims)).not.toContain('Quonsett');
        // The vendor's SDK decodes the payload as plain base64.
        expect(() => atob(token.split('.')[1] ?? '')).not.toThrow();
      }),
      { numRuns: 1500 },
    );
    expect(minted).toBeGreaterThan(15);
  });
});
