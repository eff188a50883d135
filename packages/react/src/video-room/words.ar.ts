import type { Translated } from '../messages-catalogue/phrase.ts';
import type { videoRoomWords as english } from './words.en.ts';

export const videoRoomWords = {
  'room.label': 'زيارة بالفيديو',
  'room.heading': 'الزيارة جارية',
  'room.synthetic': 'زيارة تدريبية بأشخاص وهميين. ليست لمرضى حقيقيين.',
  'room.stoppedNext': 'تنتهي الزيارة من تلقاء نفسها بعد نصف دقيقة. يمكنك المغادرة الآن والاتصال بالعيادة.',
} satisfies Translated<typeof english>;
