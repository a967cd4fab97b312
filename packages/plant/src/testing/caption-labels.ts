import type { Token } from '../reading/tagger';

/**
 * What a person says of each token of a caption (fixtures/caption-labels.tsv): which tags are right, and whether
 * the miner would take it for a thing, an attribute, an action, a relation or a count. `skip` lists the decisions
 * that the label leaves open ("living" in "living room" may be any part of speech).
 */
interface Label {
  readonly tags: readonly string[];
  readonly is?: Decision;
  readonly skip?: readonly Decision[];
}

export type Decision = 'noun' | 'attribute' | 'action' | 'relation' | 'count';
export const decisions: readonly Decision[] = ['noun', 'attribute', 'action', 'relation', 'count'];

const noun = ['NOUN'];
const open = [
  'NOUN',
  'ADJ',
  'VERB',
  'ADV',
  'ADP',
  'PROPN',
  'DET',
  'PRON',
  'NUM',
  'SCONJ',
  'PART',
  'AUX',
  'X',
];
const labels: Readonly<Record<string, Label>> = {
  /** A thing in the picture. */
  N: { tags: noun, is: 'noun' },
  /** A noun that modifies the next one: "street sign". */
  c: { tags: noun, is: 'noun' },
  /** Any other noun: "side", "group", "picture". */
  n: { tags: noun, is: 'noun' },
  /** A noun that may be a name: "wii". */
  q: { tags: ['NOUN', 'PROPN'], skip: ['noun'] },
  E: { tags: ['PROPN'] },
  /** A material in an adjective's place: "glass table". */
  g: { tags: ['NOUN', 'ADJ'], skip: ['noun', 'attribute'] },
  /** The first word of a lemma that may be either: "smart phone". */
  k: { tags: ['NOUN', 'ADJ'], skip: ['noun', 'attribute'] },
  /** A participle within a compound: "dome shaped", "living room". */
  p: { tags: ['NOUN', 'ADJ', 'VERB'], skip: decisions },
  V: { tags: ['VERB'], is: 'action' },
  /** A participle of state after its noun: "is seated", "lie strewn". */
  v: { tags: ['VERB', 'ADJ'], skip: ['action', 'attribute'] },
  J: { tags: ['ADJ'], is: 'attribute' },
  /** "other", "single", "various". */
  j: { tags: ['ADJ', 'DET', 'NUM'], skip: ['attribute', 'count'] },
  y: { tags: ['ADJ', 'ADV'], skip: ['attribute'] },
  A: { tags: ['ADV'] },
  /** An adverb or particle of place: "lying down", "standing outside". */
  a: { tags: ['ADV', 'ADP', 'PART'], skip: ['relation'] },
  P: { tags: ['ADP'], is: 'relation' },
  /** The inner word of a relation of several: "next to", "on the side of". */
  f: { tags: ['NOUN', 'ADP', 'ADV', 'ADJ'], skip: decisions },
  M: { tags: ['NUM'], is: 'count' },
  /** "several", "many": counts, whatever their tag. */
  Q: { tags: ['ADJ', 'DET', 'NUM'], skip: ['attribute', 'count'] },
  D: { tags: ['DET'] },
  /** "his", "this", "both". */
  H: { tags: ['PRON', 'DET'] },
  R: { tags: ['PRON'] },
  /** Relative "that" and "who". */
  r: { tags: ['PRON', 'SCONJ', 'DET'] },
  /** "there is". */
  h: { tags: ['PRON', 'ADV'] },
  X: { tags: ['AUX'] },
  S: { tags: ['SCONJ', 'ADP'], skip: ['relation'] },
  C: { tags: ['CCONJ'] },
  T: { tags: ['PART'] },
  Z: { tags: ['PUNCT', 'SYM'] },
  /** A slip of the pen, or part of an idiom ("such as"): any tag will do. */
  w: { tags: open, skip: decisions },
};

type SpanKind = 'object' | 'relation' | 'count';
const brackets: Readonly<Record<string, SpanKind>> = { '(': 'object', '[': 'relation', '{': 'count' };

/** A code for each token, and the spans of several tokens. */
export interface CaptionLabels {
  readonly codes: readonly string[];
  readonly spans: readonly { kind: SpanKind; first: number; last: number }[];
}

export interface LabelledCaption extends CaptionLabels {
  readonly imageId: string;
  /** Which of the image's captions in the file's order, from 1. */
  readonly ordinal: number;
  readonly half: 'development' | 'held-out';
}

/** Reads "D (c N) [f P] D N": a code for each token, with brackets around spans. */
export function parseLabels(text: string): LabelledCaption[] {
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [imageId = '', ordinal, half, tokens = ''] = line.split('\t');
      if (half !== 'development' && half !== 'held-out') throw new Error(`labels: no half in "${line}"`);
      const { codes, spans } = parseCodes(tokens, line);
      return { imageId, ordinal: Number(ordinal), half, codes, spans };
    });
}

/** The codes of "set<TAB>id<TAB>codes" lines, by set and identifier. */
export function parseDomainLabels(text: string): ReadonlyMap<string, ReadonlyMap<string, CaptionLabels>> {
  const sets = new Map<string, Map<string, CaptionLabels>>();
  for (const line of text.trim().split('\n').slice(1)) {
    const [set = '', id = '', tokens = ''] = line.split('\t');
    const labelled = sets.get(set) ?? new Map<string, CaptionLabels>();
    sets.set(set, labelled.set(id, parseCodes(tokens, line)));
  }
  return sets;
}

function parseCodes(tokens: string, line: string): CaptionLabels {
  const codes: string[] = [];
  const spans: { kind: SpanKind; first: number; last: number }[] = [];
  let first = 0;
  for (const word of tokens.split(' ')) {
    const kind = brackets[word[0]!];
    if (kind) {
      first = codes.length;
      spans.push({ kind, first, last: first });
    }
    const code = word.replace(/[()[\]{}]/g, '');
    if (!Object.hasOwn(labels, code)) throw new Error(`labels: unknown code "${code}" in "${line}"`);
    codes.push(code);
    if (/[)\]}]$/.test(word)) spans.at(-1)!.last = codes.length - 1;
  }
  return { codes, spans };
}

const decisionOfTag: Readonly<Record<string, Decision>> = {
  NOUN: 'noun',
  ADJ: 'attribute',
  VERB: 'action',
  ADP: 'relation',
  NUM: 'count',
};

export interface Tally {
  tokens: number;
  right: number;
  /** Of each decision: taken and meant, meant, taken. */
  readonly decisions: Record<Decision, { hit: number; meant: number; taken: number }>;
}

export function emptyTally(): Tally {
  const none = () => ({ hit: 0, meant: 0, taken: 0 });
  return {
    tokens: 0,
    right: 0,
    decisions: { noun: none(), attribute: none(), action: none(), relation: none(), count: none() },
  };
}

/** Adds a caption's tags to a tally; `wrong` hears of each tag that is none of the label's. */
export function addTags(
  tally: Tally,
  { codes }: CaptionLabels,
  tokens: readonly Pick<Token, 'tag'>[],
  wrong: (index: number) => void = () => {},
): void {
  for (const [i, code] of codes.entries()) {
    const label = labels[code]!;
    const tag = tokens[i]!.tag;
    tally.tokens += 1;
    if (label.tags.includes(tag)) tally.right += 1;
    else wrong(i);
    for (const decision of decisions) {
      if (label.skip?.includes(decision)) continue;
      const meant = label.is === decision;
      const taken = decisionOfTag[tag] === decision;
      const counts = tally.decisions[decision];
      if (meant) counts.meant += 1;
      if (taken) counts.taken += 1;
      if (meant && taken) counts.hit += 1;
    }
  }
}

/** Harmonic mean of precision and recall. */
export function f1({ hit, meant, taken }: { hit: number; meant: number; taken: number }): number {
  return (2 * hit) / (meant + taken);
}
