import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface ResultGridProps<Item> {
  /** What the list is, for a screen reader. */
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** What an item shows; its text is what a screen reader says. */
  readonly children: (item: Item) => ComponentChildren;
  readonly onChoose: (item: Item) => void;
  /** Other keys on an item, such as `c`. */
  readonly onKey?: (item: Item, key: string) => void;
}

/** Things in rows, one of which has the focus: arrow keys, Home and End move it, Enter chooses. One stop for Tab. */
export function ResultGrid<Item>(props: ResultGridProps<Item>) {
  const { label, items, keyOf, children, onChoose, onKey } = props;
  const [current, setCurrent] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const first = items[0] === undefined ? '' : keyOf(items[0]);
  // Other results begin at their first.
  useEffect(() => setCurrent(0), [first]);
  const move = (event: KeyboardEvent, at: number, item: Item) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const to = target(event.key, at, buttons);
    if (to === undefined) onKey?.(item, event.key);
    else {
      event.preventDefault();
      setCurrent(to);
      buttons[to]?.focus();
    }
  };
  return (
    <ul class="grid" aria-label={label} ref={list}>
      {items.map((item, at) => (
        <li key={keyOf(item)}>
          <button
            type="button"
            class="card"
            tabIndex={at === Math.min(current, items.length - 1) ? 0 : -1}
            onClick={() => onChoose(item)}
            onFocus={() => setCurrent(at)}
            onKeyDown={(event) => move(event, at, item)}
          >
            {children(item)}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Where a key leads; undefined for one that moves nothing. */
function target(key: string, at: number, buttons: readonly HTMLElement[]): number | undefined {
  const last = buttons.length - 1;
  const top = buttons[0]?.offsetTop;
  const columns = buttons.findIndex((button) => button.offsetTop !== top);
  const row = columns < 1 ? buttons.length : columns;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at - row,
    ArrowDown: at + row,
    Home: 0,
    End: last,
  };
  const to = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (to === undefined) return undefined;
  return to < 0 || to > last ? at : to;
}
