const brands = import.meta.glob<string>('../../packages/react/brands/*.css', {
  query: '?inline',
  import: 'default',
  eager: true,
});

const worn = typeof document === 'undefined' ? null : document.head.appendChild(document.createElement('style'));

/** Puts on the variables of one of the example brands, or takes them off. */
export const wear = (brand: unknown): void => {
  if (worn) worn.textContent = brands[`../../packages/react/brands/${String(brand)}.css`] ?? '';
};
