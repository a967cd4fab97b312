import { InputError } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import { COUNT_WORDS } from './caption-of';
import { checkContent } from './check-scene';
import { BACKGROUNDS, type BackgroundName, COLOURS, type ColourName } from './colours';
import { OBJECT_NAMES, type ObjectName, pluralOf } from './objects';
import { RELATION_PHRASES } from './phrasing';
import {
  type Count,
  mirror,
  RELATIONS,
  type Relation,
  type SceneContent,
  type SceneObject,
  type Size,
} from './scene';

/** What a caption says of one thing; what it leaves out may be anything. */
export interface ObjectClaim {
  readonly name: ObjectName;
  readonly colour?: ColourName;
  readonly count?: Count;
  readonly size?: Size;
}

/** What a caption says. */
export interface Claim {
  readonly first: ObjectClaim;
  readonly relation: Relation;
  readonly second: ObjectClaim;
  readonly background?: BackgroundName;
}

const NUMBERS: ReadonlyMap<string, Count> = new Map([
  ['a', 1],
  ['an', 1],
  ...Object.entries(COUNT_WORDS).map(([count, word]) => [word, Number(count) as Count] as const),
]);
const SINGULARS: ReadonlySet<string> = new Set(OBJECT_NAMES);
const PLURALS: ReadonlyMap<string, ObjectName> = new Map(OBJECT_NAMES.map((name) => [pluralOf(name), name]));
/** Longest first, so that "to the left of" is not read as "left of". */
const BETWEEN = RELATIONS.flatMap((relation) =>
  RELATION_PHRASES[relation].map((phrase) => [` ${phrase} `, relation] as const),
).sort(([a], [b]) => b.length - a.length);

/**
 * Reads a caption of the scenes' own wordings, also one that was changed in a word ("two dog above a red cats" is not one
 * of them). Undefined where it has another form or a word that scenes don't know.
 *
 * @example
 * parseCaption('red dog left of blue cat')?.relation; // 'left of'
 */
export function parseCaption(text: string): Claim | undefined {
  if (typeof text !== 'string')
    throw new InputError(`parseCaption: text must be a text, got ${shown(text)}.`);
  const { rest, background } = takeBackground(text.toLowerCase());
  if (background !== undefined && !Object.hasOwn(BACKGROUNDS, background)) return undefined;
  const framed = /^(?:there (?<verb>is|are) |a picture of )?(?<body>.+)$/.exec(rest)?.groups;
  const body = framed?.body ?? '';
  const found = BETWEEN.find(([phrase]) => body.includes(phrase));
  if (found === undefined) return undefined;
  const [phrase, relation] = found;
  const at = body.indexOf(phrase);
  const first = parseObject(body.slice(0, at));
  const second = parseObject(body.slice(at + phrase.length));
  if (first === undefined || second === undefined) return undefined;
  if (framed?.verb !== undefined && (framed.verb === 'is') !== (first.count === 1)) return undefined;
  return {
    first,
    relation,
    second,
    ...(background === undefined ? {} : { background: background as BackgroundName }),
  };
}

function takeBackground(text: string): { rest: string; background?: string } {
  const match =
    /^on an? (?<colour>\w+) background, (?<rest>.+)$/.exec(text) ??
    /^(?<rest>.+) on an? (?<colour>\w+) background$/.exec(text);
  return match === null ? { rest: text } : { rest: match.groups!.rest!, background: match.groups!.colour! };
}

const OBJECT =
  /^(?:(?<number>an?|two|three|four) )?(?:(?<size>small|large) )?(?:(?<colour>\w+) )?(?<name>\w+)(?: on an? (?<tile>\w+) tile)?$/;

function parseObject(text: string): ObjectClaim | undefined {
  const { number, size, colour, name, tile } = OBJECT.exec(text)?.groups ?? {};
  const plural = PLURALS.get(name ?? '');
  const object = SINGULARS.has(name ?? '') ? (name as ObjectName) : plural;
  if (object === undefined) return undefined;
  const colours = [colour, tile].filter((word) => word !== undefined);
  if (colours.length > 1 || !colours.every((word) => Object.hasOwn(COLOURS, word))) return undefined;
  const count = number === undefined ? undefined : NUMBERS.get(number);
  if ((plural !== undefined) !== (count ?? 1) > 1) return undefined;
  return {
    name: object,
    ...(colours.length === 0 ? {} : { colour: colours[0] as ColourName }),
    ...(count === undefined ? {} : { count }),
    ...(size === undefined ? {} : { size: size as Size }),
  };
}

/**
 * Whether a caption is true of a scene; undefined where the scene can't tell, because the caption has another form
 * or names something that scenes don't know. A scene holds nothing but its two things, so all else is false of it.
 *
 * @example
 * isTrueOf(scene, 'blue cat right of red dog'); // true
 */
export function isTrueOf(scene: SceneContent, caption: string): boolean | undefined {
  checkContent('isTrueOf', 'scene', scene);
  const claim = parseCaption(caption);
  if (!claim) return undefined;
  return holds(claim, scene) || holds(claim, mirror(scene));
}

function holds(claim: Claim, scene: SceneContent): boolean {
  return (
    claim.relation === scene.relation &&
    (claim.background === undefined || claim.background === scene.background) &&
    objectHolds(claim.first, scene.first) &&
    objectHolds(claim.second, scene.second)
  );
}

function objectHolds(claim: ObjectClaim, { name, colour, count = 1, size = 'large' }: SceneObject): boolean {
  return (
    claim.name === name &&
    (claim.colour === undefined || claim.colour === colour) &&
    (claim.count === undefined || claim.count === count) &&
    (claim.size === undefined || (count === 1 && claim.size === size))
  );
}
