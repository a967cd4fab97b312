import type { HardCaption, IconExample } from '../../icons/icon-example';
import type { EditedCaptions, NaturalPartners, Run } from '../../run';
import type { EditedIcon } from '../../studies/edited-pool';
import type { IconStudy } from '../../studies/icon-study';
import type { PartnerPair } from '../../studies/partner-pool';

/** Of `weighted`: a word of concreteness c is drawn ∝ e^(c/T). */
const TEMPERATURE = 2;

/** What a run trains on. In the paired layout an example stands for two pictures. */
export function iconExamples(
  { edited, partners }: IconStudy,
  { dataset, negatives, layout }: Run,
): IconExample[] {
  if (dataset.pool === 'edited') return edited.map((icon) => editedExample(icon, changeOf(negatives)));
  if (negatives === undefined) return partnerExamples(partners, () => []);
  if ('change' in negatives) {
    return partnerExamples(partners, ({ edited: captions }, side) => captions[side]!);
  }
  const spec = partnersOf(negatives);
  const chosen = partners.filter(({ half }) => spec.partners === 'all' || half === spec.partners);
  if (layout === 'captions') {
    return partnerExamples(chosen, ({ captions, concreteness }, side) => [
      { text: captions[1 - side]!, concreteness },
    ]);
  }
  return chosen.map(({ rows: [row, other], captions: [caption, text], concreteness }) => ({
    ...{ rows: [row], caption },
    hard: [{ text, concreteness, row: other }],
  }));
}

function editedExample(
  { row, caption, abstract, concrete }: EditedIcon,
  change: EditedCaptions['change'] | undefined,
): IconExample {
  const hard = {
    abstract: () => abstract,
    concrete: () => concrete,
    random: () => weighted(abstract, concrete, [1, 1]),
    weighted: () =>
      weighted(
        abstract,
        concrete,
        [abstract, concrete].map(([first]) => Math.exp(first!.concreteness / TEMPERATURE)),
      ),
    partner: (): readonly HardCaption[] => {
      throw new Error('unreachable: only minimal pairs have partners');
    },
  };
  return { rows: [row], caption, ...(change ? { hard: hard[change]() } : {}) };
}

/** The captions of both lists; one list is drawn in proportion to its weight, and of it any. */
function weighted(
  abstract: readonly HardCaption[],
  concrete: readonly HardCaption[],
  weights: readonly number[],
): HardCaption[] {
  return [abstract, concrete].flatMap((list, at) =>
    list.map((caption) => ({ ...caption, weight: weights[at]! / list.length })),
  );
}

/** Each icon of the pairs once, with the hard captions of all its pairs. */
function partnerExamples(
  pairs: readonly PartnerPair[],
  hardOf: (pair: PartnerPair, side: 0 | 1) => readonly HardCaption[],
): IconExample[] {
  const found = new Map<number, { readonly caption: string; readonly hard: HardCaption[] }>();
  for (const pair of pairs) {
    for (const side of [0, 1] as const) {
      const row = pair.rows[side];
      const own = found.get(row) ?? { caption: pair.captions[side], hard: [] };
      own.hard.push(...hardOf(pair, side));
      found.set(row, own);
    }
  }
  return [...found].map(([row, { caption, hard }]) => ({
    rows: [row],
    caption,
    ...(hard.length > 0 ? { hard } : {}),
  }));
}

function changeOf(negatives: Run['negatives']): EditedCaptions['change'] | undefined {
  if (negatives === undefined) return undefined;
  if ('change' in negatives) return negatives.change;
  throw new Error('unreachable: captions of this pool are edited');
}

function partnersOf(negatives: NonNullable<Run['negatives']>): NaturalPartners {
  if ('partners' in negatives) return negatives;
  throw new Error('unreachable: icons have edited captions or partners');
}
