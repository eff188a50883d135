import type { OpaqueId, Role } from '@quietroom/core';
import { useEffect, useState } from 'react';
import { ClinicError, signIn, type ClinicSession } from '../clinic-api.ts';
import type { Provider } from '../route.ts';

/** How signing in to the clinic stands. */
export type SignInState =
  | { readonly status: 'opening' }
  | { readonly status: 'key-needed'; readonly refused: boolean }
  | { readonly status: 'failed' }
  | { readonly status: 'open'; readonly session: ClinicSession };

/**
 * Signs in as the invented person of this role and visit. The session is kept in memory only, so a reload signs in
 * again; the clinic then names the same person.
 */
export const useSignIn = (
  visit: OpaqueId,
  role: Role,
  provider: Provider,
): { state: SignInState; offerKey: (key: string) => void } => {
  const [key, setKey] = useState<string>();
  const [state, setState] = useState<SignInState>({ status: 'opening' });
  useEffect(() => {
    const abort = new AbortController();
    signIn(visit, role, provider, key, abort.signal).then(
      (session) => {
        setState({ status: 'open', session });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const keyNeeded = error instanceof ClinicError && error.code === 'clinician-key-needed';
        setState(keyNeeded ? { status: 'key-needed', refused: key !== undefined } : { status: 'failed' });
      },
    );
    return () => {
      abort.abort();
    };
  }, [visit, role, provider, key]);
  return { state, offerKey: setKey };
};
