const waiting = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** Calls once, when an element comes near the part of the page that one sees. @returns what ends the wait */
export function whenNear(element: Element, then: () => void): () => void {
  observer ??= new IntersectionObserver(callThoseNear, { rootMargin: '300px' });
  waiting.set(element, then);
  observer.observe(element);
  return () => leave(element);
}

function callThoseNear(entries: readonly IntersectionObserverEntry[]): void {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    const then = waiting.get(target);
    leave(target);
    then?.();
  }
}

function leave(element: Element): void {
  waiting.delete(element);
  observer?.unobserve(element);
}
