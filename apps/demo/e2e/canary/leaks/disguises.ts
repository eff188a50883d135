/** How a leak hides what it says. Each goes into the body of a request. */
export const disguises: readonly {
  readonly what: string;
  readonly disguise: (name: string) => Promise<string> | string;
}[] = [
  { what: 'in capitals', disguise: (name) => name.toUpperCase() },
  { what: 'as a slug', disguise: (name) => name.toLowerCase().replaceAll(' ', '-') },
  { what: 'backwards', disguise: (name) => Array.from(name).toReversed().join('') },
  { what: 'in base64, in the middle of something', disguise: (name) => btoa(`{"a":"${name}"}`).slice(1) },
  { what: 'the family name only', disguise: (name) => name.split(' ').at(-1) ?? '' },
  ...(['SHA-1', 'SHA-256'] as const).map((algorithm) => ({
    what: `as ${algorithm}`,
    disguise:
      algorithm === 'SHA-1'
        ? async (name: string) => {
            const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(name.toLowerCase()));
            return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
          }
        : async (name: string) => {
            const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name));
            return btoa(String.fromCharCode(...new Uint8Array(digest)));
          },
  })),
];
