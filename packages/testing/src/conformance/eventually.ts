import { suiteTimers } from './timers.ts';

const look = 40;
/** How long a promise may take to come true: machines that test are slow, and a wait that is not needed costs nothing. */
const patience = 15_000;

/** Waits for a fact that nothing announces, such as the colour of a picture. @throws Error naming it, with what was last seen */
export async function eventually(what: string, check: () => boolean, seen: () => unknown = () => ''): Promise<void> {
  const until = Date.now() + patience;
  while (!check()) {
    if (Date.now() > until)
      throw new Error(`Not within ${patience / 1000} s: ${what}. Last seen: ${JSON.stringify(seen())}`);
    await new Promise((resolve) => suiteTimers.setTimeout(resolve, look));
  }
}
