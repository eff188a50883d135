import type { Translated } from '../messages-catalogue/phrase.ts';
import type { stageWords as english } from './words.en.ts';

export const stageWords = {
  'stage.people': 'Personas en la visita',
  'stage.empty': 'Por ahora solo está usted',
  'stage.emptyText': 'Los demás aparecerán en cuanto entren.',
  'stage.cameraOff': 'Cámara apagada',
  'stage.muted': 'Micrófono silenciado',
  'stage.handRaised': 'Mano levantada',
  'stage.poor': 'Conexión débil',
  'stage.lost': 'Conexión perdida',
  'stage.lostText': 'Ya no se le recibe. Esperando a que vuelva.',
  'stage.sharedBy': 'Pantalla de {name}',
  'stage.sharing': 'Está compartiendo su pantalla',
  'stage.sharingNames': 'Los nombres se ocultan en esta página mientras comparte.',
  'stage.stopSharing': 'Dejar de compartir',
  'stage.selfView': 'Su cámara',
  'stage.mirrored': 'Los demás le ven sin efecto espejo.',
  'stage.soundBlocked': 'El navegador está reteniendo el sonido.',
  'stage.playSound': 'Reproducir sonido',
} satisfies Translated<typeof english>;
