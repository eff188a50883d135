'use client';
import { Refusal, RoomError, type Decision, type RoomAction, type RoomActionType } from '@quietroom/core';
import { useCallback, useState } from 'react';
import { useVisit } from '../visit-context/use-visit.ts';
import { useDecision } from './use-decision.ts';

/** What an action of this type needs beside its type. */
export type ActionParameters<Type extends RoomActionType> = Omit<Extract<RoomAction, { readonly type: Type }>, 'type'>;

/** See {@link useAction}. */
export interface ActionState<Type extends RoomActionType> {
  /** Whether the policy allows it now, and if not, why and what to do with its control. */
  readonly decision: Decision;
  /** Whether it is being carried out. */
  readonly pending: boolean;
  /** Why the last attempt failed. */
  readonly error: RoomError | Refusal | null;
  /** Asks for it. Resolves to whether it was carried out; never rejects. */
  readonly perform: (
    ...parameters: keyof ActionParameters<Type> extends never ? [] : [ActionParameters<Type>]
  ) => Promise<boolean>;
  /** Forgets the error. */
  readonly dismiss: () => void;
}

/** One action of the visit, as a control needs it. */
export function useAction<Type extends RoomActionType>(type: Type): ActionState<Type> {
  const visit = useVisit();
  const decision = useDecision(type);
  const [{ pending, error }, setAttempt] = useState<{ pending: boolean; error: RoomError | Refusal | null }>({
    pending: false,
    error: null,
  });

  const perform = useCallback(
    async (...[parameters]: readonly [ActionParameters<Type>?]) => {
      setAttempt({ pending: true, error: null });
      try {
        await visit.perform({ type, ...parameters } as Extract<RoomAction, { readonly type: Type }>);
        setAttempt({ pending: false, error: null });
        return true;
      } catch (failure) {
        setAttempt({
          pending: false,
          error: failure instanceof Refusal ? failure : RoomError.from(failure, 'action-failed'),
        });
        return false;
      }
    },
    [visit, type],
  );
  const dismiss = useCallback(() => {
    setAttempt({ pending: false, error: null });
  }, []);

  return { decision, pending, error, perform, dismiss };
}
