import { describe, expect, test } from 'vitest';
import { findService } from './services.ts';

describe('which service a request is for', () => {
  test('by the vendor’s host, whatever the path', () => {
    expect(findService('signal.appearin.net', '/protocol/socket.io/v4/?EIO=4', '/x')).toEqual({
      service: 'signal',
      path: '/protocol/socket.io/v4/?EIO=4',
    });
    expect(findService('api.whereby.dev:443', '/devices', '/x')).toMatchObject({ service: 'api' });
  });

  test('by the prefix on a shared port, with the path it has at the vendor’s', () => {
    const find = (url: string) => findService('localhost:5180', url, '/x');
    expect(find('/x/api/devices')).toEqual({ service: 'api', path: '/devices' });
    expect(find('/x/telemetry/visit/1')).toEqual({ service: 'telemetry', path: '/visit/1' });
    expect(find('/x/telemetry')).toEqual({ service: 'telemetry', path: '/' });
    expect(find('/x/signal/protocol?a=b')).toEqual({ service: 'signal', path: '/protocol?a=b' });
  });

  test.each(['/', '/x', '/xapi/devices', '/y/api/devices'])('%s is for none', (url) => {
    expect(findService('localhost', url, '/x')).toBeNull();
  });

  test.each(['/x/', '/x/apis/devices', '/x/nowhere/'])('%s leads nowhere, and to nobody else', (url) => {
    expect(findService('localhost', url, '/x')).toMatchObject({ service: 'nowhere' });
  });
});
