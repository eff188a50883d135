import type { Cancel, Clock } from '@quietroom/core';
import { call, isObject, replace } from './internals.ts';

/** How often the line is tried, and how long an answer may take, in milliseconds: the vendor's own figures. */
const pingEvery = 3000;
const pongWithin = 12_000;
/** How often a request is sent at most, and the pause before it is sent again, in milliseconds. */
const tries = 3;
const pause = 2000;
/** The vendor's code for a line that is down. */
const lineLost = 1003;

const codeOf = (error: unknown): number => {
  const code: unknown = isObject(error) ? Reflect.get(error, 'code') : null;
  return typeof code === 'number' ? code : 0;
};

/** Whether sending again may help. A missing bucket for recordings is answered like a server in trouble, and stays missing. */
const mayRepeat = (method: unknown, error: unknown): boolean => {
  const code = codeOf(error);
  return method !== 'rtmp-start' && (code === lineLost || code === 429 || (code >= 500 && code < 600));
};

/**
 * Gives the vendor's line our clock: by itself it leaves timers behind when closed, and waits between tries in workers
 * made of text, which a strict content security policy does not let run. @returns stops all of it
 */
export const quietSignal = (signal: object, clock: Clock): (() => void) => {
  let over = false;
  const waits = new Set<Cancel>();
  const after = (milliseconds: number, act: () => void): Cancel => {
    const cancel = clock.after(milliseconds, () => {
      waits.delete(cancel);
      act();
    });
    waits.add(cancel);
    return () => {
      waits.delete(cancel);
      cancel();
    };
  };
  const isCurrent = (id: unknown): boolean =>
    !over && Reflect.get(signal, 'isConnected') === true && Reflect.get(signal, 'id') === id;

  const keepAlive = (id: unknown): void => {
    if (!isCurrent(id)) return;
    const giveUp = after(pongWithin, () => {
      if (isCurrent(id)) call(signal, 'setIsConnected', false, 'ping pong failure');
    });
    const again = (): void => {
      giveUp();
      after(pingEvery, () => {
        keepAlive(id);
      });
    };
    // Anything that arrives counts as an answer; a refusal does, too.
    Promise.resolve(call(signal, 'internalCall', 'ping', { timestamp: clock.now() })).then(again, again);
  };
  replace(signal, 'pingPongLoop', () => (id) => {
    keepAlive(id);
  });

  replace(signal, 'call', () => async (method, params) => {
    for (let turn = 1; ; turn += 1) {
      try {
        call(signal, 'validateConnection');
        return await call(signal, 'internalCall', method, params);
      } catch (error) {
        if (over || turn === tries || !mayRepeat(method, error)) throw error;
        await new Promise<void>((resolve) => {
          after(pause, resolve);
        });
      }
    }
  });

  return () => {
    over = true;
    for (const cancel of waits) cancel();
    waits.clear();
  };
};
