import type { Announcement, ParticipantId } from '@quietroom/core';
import type { Words } from '../messages-catalogue/create-words.ts';

/** An announcement in people's words. `nameOf` may give roster names: the result is only ever put into the announcer. */
export function sayAnnouncement(
  { say }: Words,
  announcement: Announcement,
  nameOf: (participant: ParticipantId) => string,
): string {
  switch (announcement.type) {
    case 'waiting':
    case 'kept-waiting':
    case 'joined':
    case 'reconnecting':
    case 'reconnected':
    case 'pause-over':
      return say(`announce.${announcement.type}`);
    case 'ended':
      return say(`ended.${announcement.reason}.title`);
    case 'source-changed':
      return say(`announce.${announcement.source}-${announcement.on ? 'on' : 'off'}`);
    case 'source-lost':
      return say(`announce.${announcement.source}-lost`);
    case 'problem':
      return `${say(`problem.${announcement.code}.what`)} ${say(`problem.${announcement.code}.remedy`)}`;
    default:
      return say(`announce.${announcement.type}`, { name: nameOf(announcement.participant) });
  }
}
