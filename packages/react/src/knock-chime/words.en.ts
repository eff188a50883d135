/** English words of the sound of a knock. */
export const chimeWords = {
  'chime.off': 'Turn knock sound off',
  'chime.on': 'Turn knock sound on',
} as const;
