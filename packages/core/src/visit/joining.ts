// What only joining needs, kept out of the first chunk.
export { createMessages } from '../messages/create-messages.ts';
export { refusesJoin } from '../policy/evaluate.ts';
export { startAttempt } from './attempt.ts';
export { checkPage } from './check-page.ts';
export { createCredentials } from './credentials.ts';
