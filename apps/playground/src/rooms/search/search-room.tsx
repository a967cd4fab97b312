import type { RawImage } from '@slipform/clip';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { Credits } from '../../parts/credits';
import { RoomHead } from '../../parts/explain';
import { Field } from '../../parts/field';
import { Select } from '../../parts/select';
import type { RoomProps } from '..';
import { type Filters, looks, noFilters } from './index/filters';
import type { Hit } from './index/search-tables';
import { catalog, type SearchState, search, useSearch } from './use-search';
import './search-room.css';
import { ErrorBox } from '../../parts/error-box';
import { Progress } from '../../parts/progress';
import { useNewest } from '../../parts/use-newest';
import { SketchPad } from './sketch/sketch-pad';
import { Answers } from './view/answers';
import { IconSheet } from './view/icon-sheet';
import { OfflineState } from './view/offline-state';
import type { Query } from './worker/search-worker';

const totalIcons = catalog.sets.reduce((sum, { count }) => sum + count, 0);

/** How much of the search is there, and what did not come. */
function LoadState({ state, onRetry }: { readonly state: SearchState; readonly onRetry: () => void }) {
  const { failures, icons, hasModel, sets } = state;
  if (failures.length > 0) {
    return (
      <ErrorBox
        title={`${failures.map(({ what }) => what).join(', ')} did not load`}
        error={failures[0]!.message}
        onRetry={onRetry}
      >
        What is there can be searched.
      </ErrorBox>
    );
  }
  if (hasModel && sets.size === catalog.sets.length) return null;
  return (
    <Progress
      label={hasModel ? 'Loading icons' : 'Loading the model and icons'}
      done={icons}
      total={totalIcons}
      text={`${icons.toLocaleString('en')} of ${totalIcons.toLocaleString('en')} icons`}
    />
  );
}

/** Hits of each kind that are asked for. */
const most = 120;
/** Milliseconds without a key, after which the address has the question. */
const pause = 300;

type Way = 'words' | 'sketch';

const credits = [...catalog.sets]
  .sort((a, b) => a.title.localeCompare(b.title, 'en'))
  .map((set) => ({ ...set, beside: `${set.count.toLocaleString('en')} icons` }));

/** Words or a drawing → icons. What is asked stands in the address, but for drawings. */
export default function SearchRoom({ params, setParams }: RoomProps) {
  const { state, retry } = useSearch();
  const [text, setText] = useState(params.get('q') ?? '');
  const [picture, setPicture] = useState<RawImage>();
  const [open, setOpen] = useState<Hit>();
  const [typedAt, setTypedAt] = useState<number>();
  const input = useRef<HTMLInputElement>(null);
  const way: Way = params.get('by') === 'sketch' ? 'sketch' : 'words';
  const asked = params.get('q') ?? '';
  const like = params.get('like') ?? '';
  const filters = useFilters(params);
  const query = useMemo(() => queryOf(way, text, like, picture), [way, text, like, picture]);
  const { answered, error } = useNewest(
    // What has been loaded since is asked, too.
    useMemo(
      () => query && { query, filters, count: most },
      [query, filters, state.sets.size, state.hasModel],
    ),
    search,
  );

  useEffect(() => {
    if (text === asked) return;
    const timer = setTimeout(() => setParams({ q: text.trim() === '' ? '' : text, like: '' }), pause);
    return () => clearTimeout(timer);
  }, [text]);
  // An address that changes from elsewhere: the way back, a link.
  useEffect(() => {
    if (asked.trim() !== text.trim()) setText(asked);
  }, [asked]);
  useEffect(() => {
    const slash = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', slash);
    return () => removeEventListener('keydown', slash);
  }, []);

  const ask = (words: string) => {
    setTypedAt(performance.now());
    setText(words);
    if (like !== '') setParams({ like: '' });
  };
  const goLike = ({ set, name }: Hit) => {
    setOpen(undefined);
    setParams({ like: `${set}:${name}` });
    scrollTo({ top: 0 });
  };
  return (
    <div class="search-room">
      <RoomHead title="Search icons by what they show">
        A small model looks at the drawings themselves, so that it also finds what their names don’t say. Ask
        by a short name, such as “muted bell”: it shows the nearest drawings, also where none fits.
      </RoomHead>
      <div class="ask">
        <Choice<Way>
          label="Search by"
          value={way}
          options={[
            { value: 'words', text: 'Words', sign: 'search' },
            { value: 'sketch', text: 'A drawing', sign: 'pen' },
          ]}
          onChange={(value) => setParams({ by: value === 'sketch' ? value : '', like: '' })}
        />
        {way === 'words' ? (
          <Field
            label="What should the icon show?"
            type="search"
            sign="search"
            value={text}
            placeholder="umbrella, broken heart…"
            maxLength={200}
            inputRef={input}
            onInput={ask}
          />
        ) : (
          <SketchPad
            onPicture={(next) => {
              setTypedAt(performance.now());
              setPicture(next);
              if (like !== '') setParams({ like: '' });
            }}
          />
        )}
        <FilterRow filters={filters} onChange={setParams} />
      </div>
      <LoadState state={state} onRetry={retry} />
      {like !== '' && <LikeThis id={like} onEnd={() => setParams({ like: '' })} />}
      {query === undefined && way === 'words' && <Suggestions onChoose={ask} />}
      {query !== undefined && (
        <Answers
          query={query}
          answer={answered?.answer}
          isOld={answered !== undefined && answered.question.query !== query}
          error={error}
          typedAt={typedAt}
          onChoose={setOpen}
        />
      )}
      <Credits title="Who drew these icons" sets={credits} />
      <OfflineState isReady={state.hasModel && state.sets.size === catalog.sets.length} />
      {open !== undefined && <IconSheet hit={open} onClose={() => setOpen(undefined)} onLike={goLike} />}
    </div>
  );
}

function useFilters(params: URLSearchParams): Filters {
  const values = Object.keys(noFilters).map((name) => params.get(name) ?? '');
  const [set = '', artist = '', licence = '', look = ''] = values;
  return useMemo(() => ({ set, artist, licence, look }), values);
}

function queryOf(way: Way, text: string, like: string, picture: RawImage | undefined): Query | undefined {
  const [set = '', name = ''] = like.split(':');
  if (name !== '' && catalog.sets.some((one) => one.set === set)) return { by: 'like', set, name };
  if (way === 'sketch') return picture && { by: 'picture', picture };
  return text.trim() === '' ? undefined : { by: 'words', text };
}

/** Says that what is shown is like an icon, and leads back. */
function LikeThis({ id, onEnd }: { readonly id: string; readonly onEnd: () => void }) {
  return (
    <div class="like-this">
      <p>
        Drawings like <code>{id.slice(0, 100)}</code>
      </p>
      <Button sign="close" onClick={onEnd}>
        Back to the search
      </Button>
    </div>
  );
}

const suggestions = [
  'umbrella',
  'broken heart',
  'no wifi',
  'birthday cake',
  'lightning',
  'muted bell',
  'rocket',
  'cat',
  'shopping',
  'sunrise',
];

/** Words to begin with. */
function Suggestions({ onChoose }: { readonly onChoose: (words: string) => void }) {
  return (
    <div class="suggestions">
      <p class="hint">Try</p>
      <ul>
        {suggestions.map((words) => (
          <li key={words}>
            <button type="button" class="chip" onClick={() => onChoose(words)}>
              {words}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FilterRowProps {
  readonly filters: Filters;
  readonly onChange: (changes: Partial<Record<keyof Filters, string>>) => void;
}

const distinct = (values: readonly string[]) =>
  [...new Set(values)].sort((a, b) => a.localeCompare(b, 'en')).map((value) => ({ value, text: value }));
const setOptions = [...catalog.sets]
  .sort((a, b) => a.title.localeCompare(b.title, 'en'))
  .map(({ set, title, count }) => ({ value: set, text: `${title} (${count.toLocaleString('en')})` }));
const artistOptions = distinct(catalog.sets.map(({ artist }) => artist));
const licenceOptions = distinct(catalog.sets.map(({ licence }) => licence));
const lookOptions = looks.map(({ look, text }) => ({ value: look, text }));

/** What is searched. */
function FilterRow({ filters, onChange }: FilterRowProps) {
  // On a narrow screen they are folded, so that the icons come first.
  const [isOpen, setOpen] = useState(false);
  const one = (label: string, name: keyof Filters, options: typeof setOptions, any: string) => (
    <Select
      label={label}
      value={filters[name]}
      options={[{ value: '', text: any }, ...options]}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const active = Object.values(filters).filter((value) => value !== '').length;
  return (
    <>
      <div class="filters-switch">
        <Button pressed={isOpen} onClick={() => setOpen(!isOpen)}>
          Filters{active > 0 ? ` (${active})` : ''}
        </Button>
      </div>
      <div class={`filters ${isOpen ? 'filters-open' : ''}`}>
        {one('Set', 'set', setOptions, `All ${catalog.sets.length} sets`)}
        {one('Artist', 'artist', artistOptions, 'Any artist')}
        {one('Licence', 'licence', licenceOptions, 'Any licence')}
        {one('Style', 'look', lookOptions, 'Any style')}
      </div>
    </>
  );
}
