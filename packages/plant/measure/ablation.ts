/** What a set loses without one check, score or option. */
import type { Lexicon } from '@slipform/concreteness';
import { createChecks } from '../src/checks/create-checks';
import { rules } from '../src/checks/registry';
import { createReaders } from '../src/create-readers';
import { slots, usualOperations } from '../src/hard-negative';
import type { PlantOptions } from '../src/index';
import { resolveOptions } from '../src/options';
import { createPlantWith } from '../src/plant';
import { readCaption } from '../src/reading/read-caption';
import { refusals } from '../src/reading/word-refusals';
import { featureNames } from '../src/scores/features';
import { weights } from '../src/scores/plausibility-weights';
import { blockSize } from '../src/sites/cut-into-blocks';
import { checkLexicon, refusalOf } from '../src/testing/check-change';
import { type Build, mineDomain } from './build';
import type { Domain } from './domains';
import { blindByHalves, concretenessOf, type Figures, knownAgain, meanSurprise } from './figures';
import { type JudgedNegative, type Judgement, judgements, type Verdict, withCaptions } from './verdicts';

/** What is off. */
export interface Switch {
  readonly off: string;
  readonly kind: 'nothing' | 'check' | 'score' | 'option';
  readonly options?: PlantOptions;
  readonly ablate?: readonly string[];
  /** A feature of plausibility, by its number: it says 0, and the others keep their weights. */
  readonly feature?: number;
}

export interface AblationRow
  extends Pick<Figures, 'coverage' | 'near' | 'concreteness' | 'surprise' | 'known'> {
  readonly set: string;
  readonly off: string;
  readonly kind: Switch['kind'];
  readonly blind: number | null;
  /** The share of the negatives that are another without it. */
  readonly changed: number;
  /** Of a check or a refusal of the reader: how many negatives that readers judged it refuses, of all sets. */
  readonly refuses?: Readonly<Record<Judgement, number>>;
}

/** The reader's refusals and the checks; those of safety are never off. */
export const checkSwitches: readonly Switch[] = rules
  .filter(({ kind }) => kind !== 'safety')
  .map(({ id }) => ({ off: id, kind: 'check', ablate: [id] }));

export const featureSwitches: readonly Switch[] = featureNames
  .map((name, feature): Switch => ({ off: `surprise: ${name}`, kind: 'score', feature }))
  .filter(({ off }) => !off.endsWith(' always'));

const without = <T>(all: readonly T[], one: T) => all.filter((other) => other !== one);

export const optionSwitches: readonly Switch[] = [
  // Not `add` and `negate`, which would make negatives where a switch leaves none.
  ...usualOperations.map(
    (operation): Switch => ({
      off: `operation ${operation}`,
      kind: 'option',
      options: { operations: without(usualOperations, operation) },
    }),
  ),
  ...slots.map(
    (slot): Switch => ({ off: `slot ${slot}`, kind: 'option', options: { slots: without(slots, slot) } }),
  ),
  { off: 'fit (the shipped table)', kind: 'option', options: { fit: null } },
  { off: 'maxGap (4 instead of 1.5)', kind: 'option', options: { maxGap: 4 } },
  { off: 'contextLength (no limit)', kind: 'option', options: { contextLength: 0 } },
];

/** A build of these sources with a switch off. */
function buildWithout({ options = {}, ablate = [] }: Switch): Build {
  return {
    blockSize,
    createPlant: (given = {}) => createPlantWith({ ...given, ...options }, { ablate }),
  };
}

/** Sets the weight of the switch's feature to 0. @returns what sets it back */
function silence({ feature }: Switch): () => void {
  if (feature === undefined) return () => {};
  const own = weights as number[];
  const weight = own[feature]!;
  own[feature] = 0;
  return () => {
    own[feature] = weight;
  };
}

export async function ablate(
  { name, captions }: Domain,
  lexicon: Lexicon,
  verdicts: readonly Verdict[],
  switches: readonly Switch[],
  isBlind: boolean,
  report: (row: AblationRow) => void,
): Promise<void> {
  const own = verdicts.filter(({ set }) => set === name);
  let whole: ReadonlySet<string> | undefined;
  for (const off of [{ off: 'nothing', kind: 'nothing' } as const, ...switches]) {
    const build = buildWithout(off);
    const giveBack = silence(off);
    const { records } = mineDomain(build, captions);
    const texts = records.map(({ id, negative }) => `${id}\t${negative}`);
    whole ??= new Set(texts);
    const known = whole;
    report({
      set: name,
      off: off.off,
      kind: off.kind,
      coverage: new Set(records.map(({ id }) => id)).size / captions.length,
      ...concretenessOf(records, lexicon),
      surprise: meanSurprise(records),
      known: knownAgain(records, own),
      blind: isBlind ? ((await blindByHalves(build, captions))?.score ?? null) : null,
      changed: texts.filter((text) => !known.has(text)).length / texts.length,
    });
    giveBack();
  }
}

/** How many judged negatives each check, and each refusal of the reader, refuses when it is asked alone, by its id. */
export function refusalsOfJudged(
  verdicts: readonly Verdict[],
  domains: readonly Domain[],
  asked: readonly Switch[],
): Map<string, Readonly<Record<Judgement, number>>> {
  const judged = domains.flatMap(({ name, captions }) => withCaptions(verdicts, name, captions));
  const ids = checkSwitches.map(({ off }) => off);
  return new Map(
    asked
      .filter(({ kind }) => kind === 'check')
      .map(({ off: id }) => {
        const ablate = without(ids, id);
        const alone = ofReader.has(id) ? undefined : createChecks(checkLexicon, { ablate });
        const isRefusedAlone = alone
          ? (negative: JudgedNegative) => isRefused(negative, id, alone)
          : readsWithout(ablate, id);
        const refused = judged.filter(isRefusedAlone);
        const count = (judgement: Judgement) => refused.filter(({ verdict }) => verdict === judgement).length;
        return [
          id,
          Object.fromEntries(judgements.map((one) => [one, count(one)])) as Record<Judgement, number>,
        ];
      }),
  );
}

const ofReader: ReadonlySet<string> = new Set(
  Object.values(refusals).flatMap((rows) => rows.map(({ id }) => id)),
);

/** Whether the reader refuses a word of a negative's caption by one rule, where its keyword is no site then. */
function readsWithout(ablate: readonly string[], id: string): (negative: JudgedNegative) => boolean {
  let isAsked = false;
  const counter = {
    refuse() {},
    refuseBy(refused: { readonly id: string }) {
      if (refused.id === id) isAsked = true;
    },
  };
  const { reader } = createReaders(resolveOptions({}), { counter, ablate });
  return ({ caption, keyword }) => {
    isAsked = false;
    const { objects, compounds, attributes, closed } = readCaption(caption, reader);
    const isSite = [...objects, ...compounds, ...attributes, ...closed].some(({ text }) => text === keyword);
    return isAsked && !isSite;
  };
}

type Checks = ReturnType<typeof createChecks>;

function isRefused(
  { caption, keyword, replacement, slot, operation, siblings }: JudgedNegative,
  id: string,
  checks: Checks,
): boolean {
  const known = slots.find((one) => one === slot);
  if (known === undefined) return false;
  try {
    const change = { slot: known, caption, old: keyword, other: replacement, siblings };
    return refusalOf(checks, operation === 'swap' ? { ...change, operation } : change)?.id === id;
  } catch {
    // A word within another ("ski" in "skis"), or a caption that today's reader refuses: no verdict about a check.
    return false;
  }
}

/** A table of rows, the difference to the whole miner in each figure. */
export function ablationTable(rows: readonly AblationRow[]): string {
  const wholes = new Map(rows.filter(({ kind }) => kind === 'nothing').map((row) => [row.set, row]));
  const signed = (value: number | null, whole: number | null, digits: number, times = 1) => {
    if (value === null || whole === null) return '–';
    const text = (times * (value - whole)).toFixed(digits);
    return Number(text) > 0 ? `+${text}` : Number(text) === 0 ? '0' : text;
  };
  const line = (row: AblationRow) => {
    const whole = wholes.get(row.set)!;
    const { refuses } = row;
    const cells =
      row.kind === 'nothing'
        ? [
            `${(100 * row.coverage).toFixed(1)} %`,
            `${(100 * row.near).toFixed(0)} %`,
            row.concreteness.toFixed(2),
            row.blind?.toFixed(3) ?? '–',
            row.surprise?.toFixed(3) ?? '–',
            `${row.known.hard.join('/')}, ${row.known.ok.join('/')}`,
            '',
          ]
        : [
            signed(row.coverage, whole.coverage, 1, 100),
            signed(row.near, whole.near, 1, 100),
            signed(row.concreteness, whole.concreteness, 2),
            signed(row.blind, whole.blind, 3),
            signed(row.surprise, whole.surprise, 3),
            `${signed(row.known.hard[0], whole.known.hard[0], 0)}, ${signed(row.known.ok[0], whole.known.ok[0], 0)}`,
            refuses ? `${refuses.hard}, ${refuses.mild}, ${refuses.ok}` : '',
          ];
    return `| ${row.set} | ${row.off} | ${(100 * row.changed).toFixed(0)} % | ${cells.join(' | ')} |`;
  };
  return [
    '| set | off | changed | coverage | near | mean | text-only accuracy | surprisal | known again: hard, ok | refuses judged: hard, mild, ok |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |',
    ...rows.map(line),
  ].join('\n');
}
