/**
 * Visit passes and the proof of a key: for the host's server, for a relay, and for tests. A page needs none of it;
 * `createVisit` loads what it needs when somebody joins.
 */
export { answerChallenge, createChallenge, type Challenge } from './key-proof.ts';
export { createPassKeys, publicKeyThumbprint, type PassKeys } from './pass-keys.ts';
export { signVisitPass, verifyVisitPass, type Trust, type VisitPass } from './visit-pass.ts';
