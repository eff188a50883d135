import { Script as AnyScript, type RuleAction, type RuleHead } from '../stand-in/script.ts';
import type { Service } from './services.ts';

/** One thing that shall go wrong. */
export type ScriptRule = RuleHead & {
  /** `rest`: a request of the REST API (`devices`, `organisation`); `request`: what a browser says; `event`: what this server says. */
  readonly on: 'rest' | 'request' | 'event';
} & (
    | RuleAction
    /** Answers with this error, such as `room_full`. */
    | { readonly action: 'refuse'; readonly error: string }
  );

/** What shall go wrong, and which services are down. */
export class Script extends AnyScript<ScriptRule, Service> {}
