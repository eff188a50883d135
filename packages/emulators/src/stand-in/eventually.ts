/** Waits for a fact of a browser that no event tells. */
export const eventually = async (fact: () => boolean | Promise<boolean>, what: string): Promise<void> => {
  const end = performance.now() + 20_000;
  while (!(await fact())) {
    if (performance.now() > end) throw new Error(`It did not come to pass: ${what}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
};
