import { useEffect, useRef, useState } from 'preact/hooks';
import { base, catalog } from '../use-search';
import { drawingOf, pictureUrl } from './drawings';

export interface IconPictureProps {
  readonly set: string;
  readonly row: number;
  /** Edge in CSS pixels. */
  readonly size: number;
}

/** The drawing of an icon, loaded when it comes near what one sees; beside it stands what it is. */
export function IconPicture({ set, row, size }: IconPictureProps) {
  const [shown, setShown] = useState<{ readonly key: string; readonly url: string }>();
  const place = useRef<HTMLElement>(null);
  const key = `${set} ${row}`;
  useEffect(() => {
    let isWanted = true;
    const stopWaiting = whenNear(place.current!, () => {
      drawingOf(catalog, base, set, row).then(
        (drawing) => isWanted && setShown({ key, url: pictureUrl(drawing) }),
        () => isWanted && setShown({ key, url: '' }),
      );
    });
    return () => {
      isWanted = false;
      stopWaiting();
    };
  }, [key]);
  const isColoured = catalog.sets.find((one) => one.set === set)?.isColoured ?? false;
  const url = shown?.key === key ? shown.url : undefined;
  // Always one element, so that the place that is waited for stays.
  return (
    <span ref={place} class="picture-place" style={{ width: size, height: size }}>
      {url === undefined && <span class="picture picture-waiting" />}
      {url === '' && <span class="picture picture-missing" title="This drawing did not load" />}
      {url !== undefined && url !== '' && (
        <img class={isColoured ? 'picture' : 'picture pen'} src={url} width={size} height={size} alt="" />
      )}
    </span>
  );
}

const waiting = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** Calls once, when an element comes near the part of the page that one sees. @returns what ends the wait */
function whenNear(element: Element, then: () => void): () => void {
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
