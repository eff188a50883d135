import type { ParticipantId } from '../contract/identity.ts';

/** Below this nobody is speaking. What is listened to is linear, 0 to 1: ratios of it mean the same at every loudness. */
const audible = 0.02;
/** How many rounds somebody must lead before the stage moves to them: 0.4 s at ten rounds a second. */
const roundsToLead = 4;
/** How many silent rounds before nobody is the speaker: 3 s. */
const roundsToForget = 30;
/** How much louder somebody must be than a speaker who is still speaking. */
const louder = 1.5;

/**
 * Finds who speaks from levels, ten rounds a second, so that a cough does not move the stage.
 * `listen` takes one round and gives the speaker after it.
 */
export class ActiveSpeaker {
  readonly #smoothed = new Map<ParticipantId, number>();
  #speaker: ParticipantId | null = null;
  #challenger: ParticipantId | null = null;
  #rounds = 0;
  #silence = 0;

  listen(levels: ReadonlyMap<ParticipantId, number>): ParticipantId | null {
    for (const id of this.#smoothed.keys()) if (!levels.has(id)) this.#smoothed.delete(id);
    for (const [id, level] of levels) this.#smoothed.set(id, (this.#smoothed.get(id) ?? 0) * 0.7 + level * 0.3);
    if (this.#speaker !== null && !levels.has(this.#speaker)) this.#speaker = null;

    const loudest = this.#loudest();
    this.#silence = loudest === null ? this.#silence + 1 : 0;
    if (this.#silence >= roundsToForget) this.#speaker = null;
    const current = this.#speaker === null ? 0 : (this.#smoothed.get(this.#speaker) ?? 0);
    const leads =
      loudest !== null && loudest !== this.#speaker && (this.#smoothed.get(loudest) ?? 0) > current * louder;
    this.#rounds = leads && loudest === this.#challenger ? this.#rounds + 1 : 1;
    this.#challenger = leads ? loudest : null;
    if (leads && this.#rounds >= roundsToLead) this.#speaker = loudest;
    return this.#speaker;
  }

  #loudest(): ParticipantId | null {
    let found: ParticipantId | null = null;
    let top = audible;
    for (const [id, level] of this.#smoothed) {
      if (level <= top) continue;
      found = id;
      top = level;
    }
    return found;
  }
}
