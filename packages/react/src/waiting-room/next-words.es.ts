import type { Translated } from '../messages-catalogue/phrase.ts';
import type { waitingNextWords as english } from './next-words.en.ts';

/** Spanish words of what comes after the waiting room. */
export const waitingNextWords = {
  'next.heading': 'Qué pasará ahora',
  'next.seen': 'El profesional clínico ve que usted está esperando.',
  'next.letIn': 'Le deja entrar. Esta página cambia sola.',
  'next.begin': 'Se ven y se oyen.',
  'next.place': 'Su lugar se conserva mientras esta página siga abierta.',
  'next.long': 'Si tarda más de lo que esperaba, llame a la clínica. No hace falta cerrar nada para ello.',
} satisfies Translated<typeof english>;
