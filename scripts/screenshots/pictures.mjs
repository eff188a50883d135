// Which pictures there are.

/**
 * @typedef {{ name: string, scene: string, width: number, height: number, touch?: boolean, scale?: number,
 *   theme?: 'light' | 'dark' | 'contrast' | 'contrast-dark' | 'forced', locale?: string, brand?: string }} Picture
 */

const phone = { width: 390, height: 844, touch: true };
/** For the docs, where a phone is shown small and looked at closely. */
const sharpPhone = { ...phone, scale: 2 };
const desktop = { width: 1280, height: 800 };

/** The pictures of docs/screenshots. @type {Picture[]} */
export const pictures = [
  ...['readiness', 'visit', 'interpreter', 'chat', 'safety'].flatMap((name) =>
    Object.entries({ phone: sharpPhone, desktop }).flatMap(([device, size]) =>
      [{}, { theme: 'dark' }, { locale: 'ar' }].map((look) => ({
        name: [name, device, ...Object.values(look)].join('-'),
        scene: { readiness: 'readiness-on', safety: 'safety-clinician' }[name] ?? name,
        ...size,
        ...look,
      })),
    ),
  ),
  ...['fernhill', 'quayside'].map((brand) => ({ name: `brand-${brand}`, scene: 'readiness-on', ...desktop, brand })),
  ...['waiting', 'admit', 'consent'].map((scene) => ({ name: `${scene}-desktop`, scene, ...desktop })),
  ...['trouble', 'waiting', 'ended'].map((scene) => ({ name: `${scene}-phone`, scene, ...sharpPhone })),
  { name: 'chat-phone-contrast', scene: 'chat', ...sharpPhone, theme: 'contrast' },
];

const sizes = [
  { width: 320, height: 640, touch: true },
  phone,
  { width: 768, height: 1024, touch: true },
  desktop,
  { width: 2560, height: 1440 },
];
const looks = [
  { look: 'light' },
  { look: 'dark', theme: 'dark' },
  { look: 'contrast', theme: 'contrast' },
  { look: 'forced', theme: 'forced' },
  { look: 'ar', locale: 'ar' },
];
const scenes = [
  'readiness',
  'readiness-on',
  'trouble',
  'waiting',
  'visit',
  'visit-clinician',
  'interpreter',
  'family',
  'many',
  'share',
  'chat',
  'people',
  'knock',
  'admit',
  'consent',
  'safety-clinician',
  'safety-patient',
  'settings',
  'ended',
  'broken',
  'refused',
];

/** Every scene at every size and look, to be looked at while designing. @type {Picture[]} */
export const everyPicture = scenes.flatMap((scene) =>
  sizes.flatMap((size) =>
    looks.map(({ look, ...rest }) => ({ name: `${scene}.${look}.${size.width}`, scene, ...size, ...rest })),
  ),
);
