'use client';
import { Refusal, RoomError, type Decision, type RoomAction, type RoomActionType } from '@quietroom/core';
import { useCallback, useRef, useState } from 'react';
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
  /**
   * What is being asked for while it is pending. A switch is done as soon as the visit's state says so: waiting for the
   * rest would swallow the next press, and a press on "Mute microphone" must never be lost.
   */
  readonly asked: ActionParameters<Type> | null;
  /** Why the last attempt failed. */
  readonly error: RoomError | Refusal | null;
  /** Asks for it. Resolves to whether it was carried out; never rejects. */
  readonly perform: (
    ...parameters: keyof ActionParameters<Type> extends never ? [] : [ActionParameters<Type>]
  ) => Promise<boolean>;
  /** Forgets the error. */
  readonly dismiss: () => void;
}

interface Attempt<Type extends RoomActionType> {
  readonly pending: boolean;
  readonly asked: ActionParameters<Type> | null;
  readonly error: RoomError | Refusal | null;
}

const idle = { pending: false, asked: null, error: null } as const;

/** One action of the visit, as a control needs it. */
export function useAction<Type extends RoomActionType>(type: Type): ActionState<Type> {
  const visit = useVisit();
  const decision = useDecision(type);
  const [{ pending, asked, error }, setAttempt] = useState<Attempt<Type>>(idle);
  const latest = useRef(0);

  const perform = useCallback(
    async (...[parameters]: readonly [ActionParameters<Type>?]) => {
      latest.current += 1;
      const mine = latest.current;
      const settle = (failed: RoomError | Refusal | null) => {
        // A later press is still being carried out: it is the one that is shown.
        if (mine === latest.current) setAttempt({ pending: false, asked: null, error: failed });
      };
      setAttempt({ pending: true, asked: parameters ?? null, error: null });
      try {
        await visit.perform({ type, ...parameters } as Extract<RoomAction, { readonly type: Type }>);
        settle(null);
        return true;
      } catch (failure) {
        const problem = failure instanceof Refusal ? failure : RoomError.from(failure, 'action-failed');
        // What somebody called off themselves, such as the choice of a window to share, has not failed.
        settle(problem instanceof RoomError && problem.code === 'cancelled' ? null : problem);
        return false;
      }
    },
    [visit, type],
  );
  const dismiss = useCallback(() => {
    setAttempt(idle);
  }, []);

  return { decision, pending, asked, error, perform, dismiss };
}
