import { version } from '../../package.json';
import type { Edit } from '../assign/edit';
import type { Check } from '../checks/check';
import type { Checks } from '../checks/create-checks';
import type { AddedOperation, HardNegative, Slot, Span } from '../hard-negative';
import { genderOf, ofOtherSex, otherThan, saysGender } from '../lexicon/people';
import type { Token } from '../reading/tagger';
import type { BlockReading } from '../sites/block-reading';
import type { SiteSpan } from '../sites/site';
import type { SiteWord } from '../sites/site-word';
import type { Relations } from '../wordnet/related';
import { applyEdits, type TextEdit } from './apply-edits';
import { instructionFor, swapInstruction } from './instruction';

/** What a record says of its texts. */
type Written = Pick<HardNegative, 'negative' | 'keyword' | 'replacement' | 'keyword2' | 'replacement2'>;

/** Writes edits into their captions, and says of each what was done. */
export class Records {
  readonly #seed: number;
  readonly #relations: Relations;
  readonly #checks: Checks;
  readonly #refuse: (check: Check) => void;

  constructor(seed: number, relations: Relations, checks: Checks, refuse: (check: Check) => void) {
    this.#seed = seed;
    this.#relations = relations;
    this.#checks = checks;
    this.#refuse = refuse;
  }

  /** The record of an edit; `undefined` where the text as written must not be. */
  of(edit: Edit, block: BlockReading): HardNegative | undefined {
    const { sites } = block;
    const { site, giver, operation } = edit;
    const span = sites.placed(site);
    const word = sites.span(giver);
    const index = sites.caption(site);
    const { caption, id = '', imageId, filepath } = block.caption(index);
    const isSwap = operation === 'swap';
    const partner =
      isSwap || sites.caption(giver) < 0 || operation === 'replace'
        ? undefined
        : block.caption(sites.caption(giver));
    const sources = [span, ...(isSwap ? [word] : [])].map((of) => of.concretenessSource);
    const negativeFilepath = operation === 'natural' ? partner?.filepath : undefined;
    const record: HardNegative = {
      id,
      caption,
      ...writtenOf(edit, block),
      operation,
      slot: span.slot,
      concreteness: round(isSwap ? (span.concreteness + word.concreteness) / 2 : span.concreteness),
      concretenessSource: sources.includes('estimate') ? 'estimate' : 'norms',
      replacementConcreteness: round(
        isSwap ? (span.concreteness + word.concreteness) / 2 : word.concreteness,
      ),
      instruction: isSwap
        ? swapInstruction(span, sites.placed(giver), (token) => block.token(index, token))
        : instructionFor(span, word, word.text.toLowerCase(), (token) => block.token(index, token)),
      distance: this.#distanceOf(span, word),
      scores: { surprise: round(edit.surprise), leak: round(edit.leak) },
      ...(partner === undefined ? {} : { partner: partner.id ?? '' }),
      ...(imageId === undefined ? {} : { imageId }),
      ...(filepath === undefined ? {} : { filepath }),
      ...(negativeFilepath === undefined ? {} : { negativeFilepath }),
      seed: this.#seed,
      version,
    };
    return this.admit(record, record.slot);
  }

  /**
   * The record of an edit of a caption with a detail more: of `negate` what was there is the negative, and what the edit makes of
   * it the positive.
   *
   * @param caption the one without the detail
   * @param detail where the detail lies in the caption that has it
   */
  ofDetail(
    operation: AddedOperation,
    edit: Edit,
    block: BlockReading,
    caption: string,
    detail: Pick<Span, 'start' | 'end'>,
  ): HardNegative | undefined {
    const record = this.of(edit, block);
    if (!record) return undefined;
    const { id, caption: detailed, negative: edited, keyword, replacement, partner: _, ...more } = record;
    const isNegated = operation === 'negate';
    const [positive, negative] = isNegated ? [edited, detailed] : [detailed, edited];
    const found: HardNegative = {
      id,
      caption,
      positive,
      negative,
      keyword: isNegated ? replacement : keyword,
      replacement: isNegated ? keyword : replacement,
      ...more,
      operation,
      ...(isNegated
        ? {
            concreteness: more.replacementConcreteness,
            replacementConcreteness: more.concreteness,
            instruction: `remove the ${keyword.text.toLowerCase()}`,
          }
        : {}),
    };
    // What the detail says must be fit to be said as well.
    const check = this.#checks.written({
      caption,
      negative: detailed,
      operation,
      slot: found.slot,
      keywords: [{ start: detail.start, end: detail.start }],
      replacements: [detail],
      texts: [detailed.slice(detail.start, detail.end)],
    });
    if (check) this.#refuse(check);
    return check ? undefined : this.admit(found, found.slot);
  }

  /** The record itself. Every negative comes through here, a rewriter's too; `undefined` where a check refuses it. */
  admit(record: HardNegative, slot: Slot | undefined): HardNegative | undefined {
    const { positive, negative, operation, keyword, keyword2, replacement, replacement2 } = record;
    const caption = positive ?? record.caption;
    const replacements = replacement2 ? [replacement, replacement2] : [replacement];
    const check = this.#checks.written({
      caption,
      negative,
      operation,
      slot,
      keywords: keyword2 ? [keyword, keyword2] : [keyword],
      replacements,
      texts: replacements.map(({ text }) => text),
    });
    if (check) this.#refuse(check);
    return check ? undefined : record;
  }

  #distanceOf(a: SiteWord, b: SiteWord): number | null {
    if (!a.noun || !b.noun) return null;
    const distance = this.#relations.distance(a.noun.synset, b.noun.synset);
    return Number.isFinite(distance) ? distance : null;
  }
}

function writtenOf(
  { site, giver, operation, inNumber: [taken, back] = [giver, site] }: Edit,
  block: BlockReading,
): Written {
  const { sites } = block;
  const index = sites.caption(site);
  const { caption } = block.caption(index);
  const span = sites.placed(site);
  if (operation === 'natural') {
    const other = sites.placed(giver);
    return {
      negative: block.caption(sites.caption(giver)).caption,
      keyword: spanOf(span),
      replacement: spanOf(other),
    };
  }
  const isTitle = isInTitleCase(caption);
  const edits = [textEdit(span, sites.span(taken), isTitle)];
  if (operation === 'swap') edits.push(textEdit(sites.placed(giver), sites.span(back), isTitle));
  else edits.push(...pronounEdits(span, sites.span(taken), (token) => block.token(index, token)));
  const { negative, keywords, replacements } = applyEdits(
    caption,
    (token) => block.token(index, token),
    edits,
  );
  return {
    negative,
    keyword: keywords[0]!,
    replacement: replacements[0]!,
    ...(keywords[1] && replacements[1] ? { keyword2: keywords[1], replacement2: replacements[1] } : {}),
  };
}

/** "A boy with his dog" becomes "a girl with her dog"; the checks see to it that one person is named and one pronoun. */
function pronounEdits(
  { slot }: SiteSpan,
  { lemma }: SiteWord,
  tokenAt: (place: number) => Token | undefined,
): TextEdit[] {
  const gender = slot === 'object' ? genderOf(lemma) : undefined;
  if (gender === undefined) return [];
  const edits: TextEdit[] = [];
  for (let i = 0, token = tokenAt(0); token; i += 1, token = tokenAt(i)) {
    const { lower, start, end, text } = token;
    if (!saysGender([lower], otherThan(gender))) continue;
    const next = tokenAt(i + 1);
    const isBeforeNoun = next !== undefined && /^(?:NOUN|ADJ|NUM|PROPN)$/.test(next.tag);
    const other = ofOtherSex(lower, isBeforeNoun) ?? lower;
    edits.push({ first: i, start, end, keywordLemma: lower, text: matchCase(other, text), lemma: other });
  }
  return edits;
}

function spanOf({ text, lemma, start, end }: SiteSpan): Span {
  return { text, lemma, start, end };
}

function textEdit({ first, start, end, lemma, text }: SiteSpan, word: SiteWord, isTitle: boolean): TextEdit {
  return {
    first,
    start,
    end,
    keywordLemma: lemma,
    text: matchCase(word.text.toLowerCase(), text, isTitle),
    lemma: word.lemma,
  };
}

/** Whether every longer word behind the first one starts with a capital: "Wooden Table With Four Legs". */
function isInTitleCase(caption: string): boolean {
  const words = caption.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  return words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** Three decimals. */
function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}

/** Writes a word in the case of the one whose place it takes: "Dog" → "Cat", "DOG" → "CAT"; in a title each of its words: "Dog" → "Fire Truck". */
export function matchCase(word: string, model: string, isTitle = false): string {
  const code = model.charCodeAt(0);
  // A small letter first, as nearly always: neither all capitals nor a capital first.
  if (code >= 97 && code <= 122) return word;
  const letters = model.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
    return word.toUpperCase();
  const first = model[0] ?? '';
  if (first === first.toLowerCase()) return word;
  return isTitle
    ? word.replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
    : word[0]!.toUpperCase() + word.slice(1);
}
