import { messageLeaks } from './leaks/by-message.ts';
import { pageLeaks } from './leaks/by-page.ts';
import { requestLeaks } from './leaks/by-request.ts';
import { storageLeaks } from './leaks/by-storage.ts';
import type { Leak } from './leaks/leak.ts';

/** What a careless host page, analytics script, error reporter or vendor SDK does. One for each way out, and more. */
export const leaks: readonly Leak[] = [...requestLeaks, ...messageLeaks, ...storageLeaks, ...pageLeaks];
