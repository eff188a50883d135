import { Script as AnyScript, type RuleAction, type RuleHead } from '../stand-in/script.ts';
import type { Service } from './services.ts';

/** One thing that shall go wrong. */
export type ScriptRule = RuleHead & {
  /**
   * `http`: a request by HTTP, named by its service (`init`, `events`); `request`: what a browser says on its line;
   * `push`: what this server says there.
   */
  readonly on: 'http' | 'request' | 'push';
} & (
    | RuleAction
    /** Answers with this code, which is the status of a request by HTTP: 401, 403, 404, 410, 429, 500 … */
    | { readonly action: 'refuse'; readonly code: number; readonly message?: string }
  );

/** What shall go wrong, and which services are down. */
export class Script extends AnyScript<ScriptRule, Service> {}
