import { createReaders } from '../create-readers';
import { resolveOptions } from '../options';
import { relationAt } from '../reading/find-relations';
import { readCaption } from '../reading/read-caption';
import type { ActionSpan, Reading } from '../reading/reading';
import type { ReadingContext } from '../reading/reading-context';

/** A thing of a caption with its attributes and number: "two red cars". */
export interface Unit {
  /** From its first word behind articles and possessives, to its head: `caption.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
  /** With its article. */
  readonly wholeStart: number;
}

/** What stands between two things and relates them: "is sitting on". */
export interface Relation {
  readonly start: number;
  readonly end: number;
  readonly subject: Unit;
  readonly object: Unit;
}

interface ReadUnit extends Unit {
  /** Index of the first token, with articles, and of the last. */
  readonly first: number;
  readonly last: number;
}

let reader: ReadingContext | undefined;

/** The things that a caption says are there, and who is related to whom, as the miner reads them; none of a text that it does not read. */
export function unitsOf(caption: string): {
  readonly units: readonly Unit[];
  readonly relations: readonly Relation[];
} {
  reader ??= createReaders(resolveOptions({})).reader;
  const reading = readCaption(caption, reader);
  const units = thingsOf(reading);
  return {
    units: units.filter(({ first, last }) => !isAbsent(reading, first, last)),
    relations: units
      .slice(1)
      .flatMap((object, at) => relationBetween(units[at]!, object, units, reading) ?? [])
      .filter(({ subject, object }) =>
        [subject, object].every(({ first, last }) => !isAbsent(reading, first, last)),
      ),
  };
}

function thingsOf({ tokens, objects }: Reading): readonly ReadUnit[] {
  return objects.map(({ phraseStart: first, last, end }) => {
    let bare = first;
    while (bare < last && isArticle(tokens[bare]!)) bare += 1;
    return { first, last, start: tokens[bare]!.start, end, wholeStart: tokens[first]!.start };
  });
}

const isArticle = ({ tag, form }: Reading['tokens'][number]) => tag === 'DET' || form.possessive;

const negating = new Set(['no', 'not', "n't", 'never', 'without']);
/** How many words may stand between "without" and the thing's own: "not near a dog". */
const between = 2;

/** "without a hat", "no dog": to call the thing a unit would say that it is there. */
function isAbsent({ tokens }: Reading, first: number, last: number): boolean {
  return tokens.slice(Math.max(0, first - 1 - between), last).some(({ lower }) => negating.has(lower));
}

const relating: ReadonlySet<string> = new Set(['VERB', 'AUX', 'ADP', 'ADV', 'PART']);

/**
 * The relation that fills what stands between two neighbours: a verb whose subject the miner knows ("is riding"), with what follows it
 * ("is sitting on"), or words of place alone ("next to"), which belong to the nearest thing unless a verb acts on that.
 */
function relationBetween(
  left: ReadUnit,
  object: ReadUnit,
  units: readonly ReadUnit[],
  { tokens, actions }: Reading,
): (Relation & { readonly subject: ReadUnit; readonly object: ReadUnit }) | undefined {
  const [first, last] = [left.last + 1, object.first - 1];
  if (first > last) return undefined;
  const verb = actions.find((each) => each.first >= first && each.last <= last);
  const subject = verb
    ? subjectOf(verb, object, units)
    : actions.some((each) => each.object?.last === left.last)
      ? undefined
      : left;
  if (!subject) return undefined;
  let at = verb ? verb.last + 1 : first;
  if (!verb) while (tokens[at]!.tag === 'AUX' && at < last) at += 1;
  const place = at <= last ? relationAt(tokens, at) : undefined;
  const rest = at + (place?.words.length ?? 0);
  const isFilled =
    rest > last || (verb !== undefined && tokens.slice(rest, last + 1).every(({ tag }) => relating.has(tag)));
  const isWhole = verb
    ? tokens.slice(first, verb.first).every(({ tag }) => relating.has(tag))
    : place !== undefined;
  if (!isFilled || !isWhole) return undefined;
  return { start: tokens[first]!.start, end: tokens[last]!.end, subject, object };
}

function subjectOf(
  { subject, object }: ActionSpan,
  next: ReadUnit,
  units: readonly ReadUnit[],
): ReadUnit | undefined {
  if (object && object.last !== next.last) return undefined;
  return units.find(({ last }) => last === subject?.last);
}
