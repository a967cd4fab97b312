import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { announce } from '../../../parts/announce';
import { Button } from '../../../parts/button';
import { Choice } from '../../../parts/choice';
import { ErrorBox } from '../../../parts/error-box';
import { copyText } from '../../../parts/take-away';
import { wordsOf } from '../index/icon-table';
import type { Hit } from '../index/search-tables';
import { catalog } from '../use-search';
import type { Answer, Query } from '../worker/search-worker';
import { IconPicture } from './icon-picture';
import { svgOf } from './icon-sheet';

/** Hits that are shown before one asks for more. */
const few = 48;

export interface AnswersProps {
  readonly query: Query;
  readonly answer: Answer | undefined;
  readonly error: unknown;
  /** Whether the answer is to the question before. */
  readonly isOld: boolean;
  /** When the question was changed, by the page's clock. */
  readonly typedAt: number | undefined;
  readonly onChoose: (hit: Hit) => void;
}

type Side = 'drawing' | 'name';

/** What the model finds, and beside it what a match of names finds. */
export function Answers({ query, answer, isOld, error, typedAt, onChoose }: AnswersProps) {
  const [side, setSide] = useState<Side>('drawing');
  const [isOnlyNew, setOnlyNew] = useState(false);
  const [isAll, setAll] = useState(false);
  const isWide = useIsWide();
  const shownIn = useShownIn(answer, typedAt);
  useEffect(() => setAll(false), [query]);
  useEffect(() => {
    if (answer === undefined) return;
    const timer = setTimeout(() => announce(summaryOf(query, answer)), 600);
    return () => clearTimeout(timer);
  }, [answer, query]);
  if (error !== undefined) {
    return <ErrorBox title="The search did not work" error={error} />;
  }
  if (answer === undefined) return <p class="waiting">Searching…</p>;
  const byWords = query.by === 'words';
  const hasName = byWords && (isWide || side === 'name');
  const { byDrawing, byName, named, hasModel, searched } = answer;
  const drawn = byWords && isOnlyNew ? byDrawing.filter((hit) => !hit.isNamed) : byDrawing;
  const shown = isAll ? drawn : drawn.slice(0, few);
  return (
    <section
      class={`answers answering ${byWords ? 'answers-two' : ''}`}
      data-side={side}
      aria-label="What was found"
      aria-busy={isOld}
    >
      {byWords && (
        <div class="answers-switch">
          <Choice<Side>
            label="Found by"
            value={side}
            options={[
              { value: 'drawing', text: 'By the drawing' },
              { value: 'name', text: `By the name (${named.toLocaleString('en')})` },
            ]}
            onChange={setSide}
          />
        </div>
      )}
      <div class="answer answer-drawing">
        <div class="answer-head">
          <h2>By the drawing</h2>
          {byWords && (
            <Button pressed={isOnlyNew} onClick={() => setOnlyNew(!isOnlyNew)}>
              Only what names miss
            </Button>
          )}
        </div>
        {!hasModel && <p class="waiting">The model is on its way; names are searched already.</p>}
        {hasModel && drawn.length === 0 && <p class="waiting">{whyNothing(query, searched)}</p>}
        <IconResults label="Found by the drawing" hits={shown} isMarking={byWords} onChoose={onChoose} />
        {shown.length < drawn.length && (
          <Button onClick={() => setAll(true)}>Show {drawn.length - shown.length} more</Button>
        )}
        {shownIn !== undefined && hasModel && (
          <p class="hint timing" data-ms={Math.round(shownIn)}>
            {searched.toLocaleString('en')} drawings compared and shown in {Math.round(shownIn)} ms
          </p>
        )}
      </div>
      {hasName && (
        <div class="answer answer-name">
          <div class="answer-head">
            <h2>By the name</h2>
            <p class="hint">
              {named.toLocaleString('en')} {named === 1 ? 'name matches' : 'names match'}
            </p>
          </div>
          {named === 0 && (
            <p class="waiting">No name has all of these words, so a search by names finds nothing.</p>
          )}
          <IconResults
            label="Found by the name"
            hits={byName.slice(0, few)}
            isMarking={false}
            onChoose={onChoose}
          />
        </div>
      )}
    </section>
  );
}

/** Whether both answers stand side by side; else the one that is not seen is not made. */
function useIsWide(): boolean {
  const wide = useMemo(() => matchMedia('(min-width: 900px)'), []);
  const [isWide, setWide] = useState(wide.matches);
  useEffect(() => {
    const follow = () => setWide(wide.matches);
    wide.addEventListener('change', follow);
    return () => wide.removeEventListener('change', follow);
  }, []);
  return isWide;
}

function whyNothing(query: Query, searched: number): string {
  if (searched > 0) return 'Names find all of this too.';
  if (query.by === 'like') return 'There is no such icon here.';
  if (query.by === 'words' && wordsOf(query.text).length === 0)
    return 'The model reads words; signs say nothing to it.';
  return 'No icon passes these filters.';
}

function summaryOf(query: Query, { byDrawing, named, hasModel }: Answer): string {
  if (!hasModel) return 'The model is on its way.';
  const first = byDrawing
    .slice(0, 3)
    .map(({ caption }) => caption)
    .join(', ');
  const count = byDrawing.length === 0 ? 'Nothing was found' : `Found by the drawing: ${first} and others`;
  return query.by === 'words' ? `${count}. ${named} names match.` : `${count}.`;
}

/**
 * Milliseconds from a change of the question to the frame that shows its answer, also as `slipform-search` among the page's
 * measures. Once for each change: sets that come later show more of the same answer.
 */
function useShownIn(answer: unknown, changedAt: number | undefined): number | undefined {
  const [shownIn, setShownIn] = useState<{ readonly from: number; readonly took: number }>();
  useEffect(() => {
    if (answer === undefined || changedAt === undefined || shownIn?.from === changedAt) return;
    // After the next frame has been painted.
    const frame = requestAnimationFrame(() => {
      setTimeout(() => {
        const { duration } = performance.measure('slipform-search', { start: changedAt });
        setShownIn({ from: changedAt, took: duration });
      });
    });
    return () => cancelAnimationFrame(frame);
    // Not when the question changes: the answer that stands then is to the last one.
  }, [answer]);
  return shownIn !== undefined && shownIn.from === changedAt ? shownIn.took : undefined;
}

const titles = new Map(catalog.sets.map(({ set, title }) => [set, title]));

interface IconResultsProps {
  readonly label: string;
  readonly hits: readonly Hit[];
  /** Marks the icons that a match of names finds too. */
  readonly isMarking: boolean;
  readonly onChoose: (hit: Hit) => void;
}

/** Icons that were found, each with its name and set. */
function IconResults({ label, hits, isMarking, onChoose }: IconResultsProps) {
  return (
    <ResultGrid
      label={label}
      items={hits}
      keyOf={({ set, row }) => `${set} ${row}`}
      onChoose={onChoose}
      onKey={(hit, key) => {
        if (key === 'c')
          svgOf(hit).then(
            (svg) => copyText(svg, 'SVG'),
            () => {},
          );
      }}
    >
      {(hit) => (
        <>
          <IconPicture set={hit.set} row={hit.row} size={44} />
          <span class="card-name">{hit.caption}</span>
          <span class="card-set">{titles.get(hit.set)}</span>
          {isMarking && hit.isNamed && (
            <span class="card-mark" title="Its name matches too">
              <span aria-hidden="true">Aa</span>
              <span class="unseen">Its name matches too</span>
            </span>
          )}
        </>
      )}
    </ResultGrid>
  );
}

interface ResultGridProps<Item> {
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
function ResultGrid<Item>(props: ResultGridProps<Item>) {
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
