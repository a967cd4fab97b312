import type { Operation } from '@slipform/plant';
import type { ComponentChildren } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { Button } from '../../parts/button';
import { RoomHead } from '../../parts/explain';
import { Area } from '../../parts/field';
import { Samples } from '../../parts/samples';
import { Select } from '../../parts/select';
import { useSettled } from '../../parts/use-newest';
import type { RoomProps } from '..';
import { knobPlaces, placeOf, usualPlace } from './knob';
import { counted } from './plain-words';
import { samples } from './samples';
import { useKeptText } from './use-kept-text';
import { useMiner } from './use-miner';
import { AuditFigures } from './view/audit-figures';
import { KnobFigure } from './view/knob-figure';
import { MinedCaptions } from './view/mined-captions';
import { MinerNews } from './view/miner-news';
import type { BesideJob, Settings, TypedJob } from './worker/messages';
import './negatives-room.css';

/** Which kinds of change are made. */
const kinds = [
  { value: 'all', text: 'Every kind', operations: ['replace', 'swap', 'exchange', 'natural'] },
  { value: 'swap', text: 'Two words of the caption swapped', operations: ['swap'] },
  { value: 'replace', text: 'A new word', operations: ['replace'] },
  { value: 'exchange', text: 'Words exchanged between captions', operations: ['exchange', 'natural'] },
] as const satisfies readonly {
  readonly value: string;
  readonly text: string;
  readonly operations: readonly Operation[];
}[];

type Kind = (typeof kinds)[number]['value'];

function kindOf(value: string | null): Kind {
  return kinds.find((kind) => kind.value === value)?.value ?? 'all';
}

function operationsOf(kind: Kind): readonly Operation[] {
  return kinds.find(({ value }) => value === kind)!.operations;
}

const longest = 20_000;
/** Milliseconds without a new answer, after which the knob is asked about, and what was refused. */
const pause = 250;
/** More captions are the command's. */
const maxCaptions = 200;
const counts = [1, 2, 3, 5].map((count) => ({
  value: String(count),
  text: count === 1 ? 'One' : `Up to ${count}`,
}));

/** Levels of sense, the first as the command has it. */
const senses = [
  { value: 'usual', text: 'usual, the command’s default' },
  { value: 'strict', text: 'strict, fewer negatives' },
  { value: 'all', text: 'all, more negatives and odder ones' },
] as const;

/** Captions that are typed, and negatives of them. */
export default function NegativesRoom({ params, setParams }: RoomProps) {
  const [text, setText] = useKeptText('negatives', params.get('t'), samples[0]!.text, longest, (t) =>
    setParams({ t }),
  );
  const [seed, setSeed] = useState(0);
  const place = placeOf(params.get('word'));
  const kind = kindOf(params.get('kind'));
  const perCaption = counts.some(({ value }) => value === params.get('n')) ? Number(params.get('n')) : 1;
  const { value: sense } = senses.find(({ value }) => value === params.get('sense')) ?? senses[0]!;
  const settings = useMemo(
    (): Settings => ({ place, operations: operationsOf(kind), perCaption, sense, seed }),
    [place, kind, perCaption, sense, seed],
  );
  const lines = useMemo(() => text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== ''), [text]);
  const captions = useMemo(() => lines.slice(0, maxCaptions), [lines]);
  const job = useMemo((): TypedJob => ({ kind: 'typed', captions, settings }), [captions, settings]);
  const typed = useMiner(job);
  const mined = typed.answered;
  const settled = useSettled(mined?.question, pause);
  const { answered: beside } = useMiner(
    useMemo((): BesideJob | undefined => settled && { ...settled, kind: 'beside' }, [settled]),
  );
  return (
    <div class="negatives-room">
      <RoomHead title="Captions that are wrong by one word">
        The miner makes the most plausible edit of a caption, so that it no longer describes its picture;
        among plausible edits it prefers concrete words, unless you choose otherwise.
      </RoomHead>
      <div class="negatives-main">
        <div class="negatives-input">
          <Samples label="Captions to begin with" samples={samples} text={text} onChoose={setText} />
          <Area
            label="Captions, one a line"
            value={text}
            onInput={setText}
            lines={10}
            maxLength={longest}
            hint={
              lines.length > maxCaptions
                ? `The first ${maxCaptions} of ${counted(lines.length, 'caption')} are mined here; \`slipform-plant mine\` takes them all.`
                : `${counted(lines.length, 'caption')}, mined together: they may give each other words.`
            }
          />
          <Slider
            label="Change"
            value={place}
            min={0}
            max={usualPlace}
            text={knobPlaces[place]!.text}
            ends={['less concrete', 'more concrete']}
            onChange={(at) => setParams({ word: at === usualPlace ? '' : knobPlaces[at]!.id })}
          />
          {beside !== undefined && <KnobFigure curve={beside.answer.curve} place={place} />}
          <div class="negatives-settings">
            <Select
              label="Kind of change"
              value={kind}
              options={kinds}
              onChange={(value) => setParams({ kind: value === 'all' ? '' : value })}
            />
            <Select
              label="Negatives of a caption"
              value={String(perCaption)}
              options={counts}
              onChange={(value) => setParams({ n: value === '1' ? '' : value })}
            />
            <Select
              label="Level of sense (--sense)"
              value={sense}
              options={senses}
              onChange={(value) => setParams({ sense: value === senses[0]!.value ? '' : value })}
            />
            <Button onClick={() => setSeed(seed + 1)}>Another sample</Button>
          </div>
        </div>
        <section
          class="negatives-answer answering"
          aria-labelledby="negatives-title"
          aria-busy={typed.isAsking}
        >
          <div class="answer-head">
            <h2 id="negatives-title">Negatives</h2>
            {mined !== undefined && (
              <p class="hint">
                {counted(mined.answer.stats.negatives, 'negative')} of{' '}
                {counted(mined.answer.stats.captions, 'caption')}, seed {mined.question.settings.seed}
              </p>
            )}
          </div>
          <MinerNews state={typed} failed="The captions could not be mined" />
          {mined !== undefined && captions.length === 0 && (
            <p class="waiting">Type a caption, or take one of the samples.</p>
          )}
          {mined !== undefined && (
            <MinedCaptions groups={mined.answer.groups} refused={beside?.answer.refused} />
          )}
        </section>
      </div>
      {beside?.answer.audit !== undefined && (
        <section class="audit-section" aria-labelledby="audit-title">
          <h2 id="audit-title">What these negatives are like</h2>
          <AuditFigures report={beside.answer.audit} />
        </section>
      )}
    </div>
  );
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** What the value means: shown beside the label, and said by a screen reader. */
  readonly text: string;
  /** The words at its two ends. */
  readonly ends?: readonly [low: ComponentChildren, high: ComponentChildren];
  readonly onChange: (value: number) => void;
}

/** One of an ordered row of values. */
function Slider({ label, value, min, max, step = 1, text, ends, onChange }: SliderProps) {
  const id = useId();
  return (
    <div class="slider">
      <div class="slider-words">
        <label for={id}>{label}</label>
        <output for={id}>{text}</output>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
      {ends !== undefined && (
        <div class="slider-ends" aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
    </div>
  );
}
