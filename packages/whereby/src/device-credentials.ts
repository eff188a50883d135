import type { WherebyClient } from '@whereby.com/core';

const storageKey = 'CredentialsStorage';
const nothing = (): Promise<null> => Promise.resolve(null);
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The part of the client that knows this device; it has no public name. */
const credentialsServiceOf = (client: WherebyClient): object | null => {
  const services: unknown = Reflect.get(client, 'services');
  const service: unknown = isObject(services) ? Reflect.get(services, 'credentialsService') : null;
  return isObject(service) ? service : null;
};

/**
 * Gives a client a device id for this visit alone: what it would keep in localStorage for good, visible to everybody in
 * every room, it keeps in memory. @returns forgets it, and stops the client from asking for one for ever
 */
export const lendFreshDevice = (client: WherebyClient): (() => void) => {
  const service = credentialsServiceOf(client);
  const store: unknown = service && Reflect.get(service, '_credentialsStore');
  if (isObject(store)) {
    Reflect.set(store, 'save', nothing);
    Reflect.set(store, 'loadOrDefault', nothing);
  }
  const before = localStorage.getItem(storageKey);
  return () => {
    const devices: unknown = service && Reflect.get(service, '_deviceService');
    if (isObject(devices)) Reflect.set(devices, 'getCredentials', () => new Promise<never>(() => undefined));
    // Should a later version of the client keep it elsewhere in itself after all. What was there before is not ours.
    if (before === null) localStorage.removeItem(storageKey);
  };
};
