import type { ParticipantId } from '../contract/identity.ts';
import { createChannel, type Channel } from './channels.ts';

/** The levels of everybody, each heard only by those who listen to that person. */
export interface LevelChannels {
  readonly emit: (id: ParticipantId, level: number) => void;
  readonly listen: (id: ParticipantId, listener: (level: number) => void) => () => void;
}

/** See {@link LevelChannels}. What one level costs does not grow with how many others are listened to. */
export const createLevelChannels = (): LevelChannels => {
  const heard = new Map<ParticipantId, { readonly channel: Channel<number>; listeners: number }>();
  return {
    emit: (id, level) => heard.get(id)?.channel.emit(level),
    listen: (id, listener) => {
      const entry = heard.get(id) ?? { channel: createChannel<number>(), listeners: 0 };
      heard.set(id, entry);
      entry.listeners += 1;
      const stop = entry.channel.listen(listener);
      let listening = true;
      return () => {
        if (!listening) return;
        listening = false;
        stop();
        entry.listeners -= 1;
        if (entry.listeners === 0) heard.delete(id);
      };
    },
  };
};
