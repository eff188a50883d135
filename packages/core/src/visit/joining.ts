// What only joining needs, kept out of the first chunk.
export { startAttempt } from './attempt.ts';
export { createCredentials } from './credentials.ts';
