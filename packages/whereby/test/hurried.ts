import { browserEnvironment, type Clock, type Environment } from '@quietroom/core';

/** What is due in seconds comes within a moment: for waits whose length is not what a test is about. */
export const hurriedClock = (): Clock => {
  const { clock } = browserEnvironment();
  return { ...clock, after: (milliseconds, callback) => clock.after(milliseconds / 20, callback) };
};

/** The browser's own environment, but for the limits of core, which are tested by a clock of their own. */
export const hurried = (): Environment => ({ ...browserEnvironment(), clock: hurriedClock() });
