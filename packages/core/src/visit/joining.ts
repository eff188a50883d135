// What only joining needs, kept out of the first chunk.
export { createMessages } from '../messages/create-messages.ts';
export { startAttempt } from './attempt.ts';
export { createCredentials } from './credentials.ts';
