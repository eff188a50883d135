import type { ConsentStatement } from '@quietroom/core';
import type { LaterWords } from '../messages-catalogue/create-words.ts';

/** A sentence of a consent text in the person's language. */
export const sayStatement = ({ say }: LaterWords, statement: ConsentStatement): string =>
  statement.says === 'kept'
    ? say('consent.says.kept', { count: statement.days })
    : say(`consent.says.${statement.says}`);
