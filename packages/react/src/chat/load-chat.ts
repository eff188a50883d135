'use client';
import { lazyPart } from '../part-boundary/lazy-part.tsx';

/** See `chat`. Its code comes when it is first shown, or with `preload`: exported so, no bundler puts it into the first file. */
export const Chat = lazyPart(async () => (await import('./chat.tsx')).Chat);
