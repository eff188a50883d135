import { describe, expect, it } from 'vitest';
import { createHmsClient } from '../100ms/hms-client.ts';
import { createWherebyClient } from '../whereby/whereby-client.ts';

const roles = {
  clinician: 'clinician',
  patient: 'patient',
  interpreter: 'interpreter',
  family: 'family',
  observer: 'observer',
  waiting: 'waiting-room',
};

describe('the server kit', () => {
  it('asks 100ms for rooms and templates, and for nothing about people', () => {
    const client = createHmsClient({ accessKey: 'invalid', secret: 'invalid-app-secret-for-tests-only', roles });
    expect(Object.keys(client).toSorted()).toEqual(['createRoom', 'disableRoom', 'readRoom', 'readTemplate']);
  });

  it('asks Whereby for rooms, and for nothing else', () => {
    const client = createWherebyClient({ apiKey: 'invalid-api-key-for-tests-only' });
    expect(Object.keys(client).toSorted()).toEqual(['createRoom', 'deleteRoom', 'readRoom']);
  });
});
