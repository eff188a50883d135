type Seen = (inSight: boolean) => void;

const watched = new WeakMap<Element, Seen>();
let shared: IntersectionObserver | undefined;

/** One observer for all pictures of the page: it holds an element only while that is watched. */
const observer = (): IntersectionObserver =>
  (shared ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) watched.get(target)?.(isIntersecting);
  }));

/**
 * Keeps something going only while an element can be seen: not while it is scrolled away, or hidden as the stage is
 * behind a panel on a phone. Begins at once, so that what is seen first does not wait.
 * @param start begins it and gives what ends it.
 */
export function whileInSight(element: Element, start: () => () => void): () => void {
  let stop: (() => void) | null = start();
  if (typeof IntersectionObserver === 'undefined') return stop;
  watched.set(element, (inSight) => {
    if (inSight) stop ??= start();
    else {
      stop?.();
      stop = null;
    }
  });
  observer().observe(element);
  return () => {
    observer().unobserve(element);
    watched.delete(element);
    stop?.();
  };
}
