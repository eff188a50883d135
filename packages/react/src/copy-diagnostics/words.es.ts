import type { Translated } from '../messages-catalogue/phrase.ts';
import type { copyDiagnosticsWords as english } from './words.en.ts';

export const copyDiagnosticsWords = {
  'diagnostics.copy': 'Copiar diagnóstico',
  'diagnostics.copied': 'Copiado: cómo está la visita, sin nombres, números ni mensajes.',
  'diagnostics.failed': 'No se ha podido copiar.',
} satisfies Translated<typeof english>;
