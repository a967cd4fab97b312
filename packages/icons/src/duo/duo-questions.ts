import { hashNumbers, hashText } from '@slipform/kit/random/hash';
import { createRandom, type Random } from '@slipform/kit/random/random';
import { checkIcons } from '../corpus/check-icons';
import type { Icon } from '../corpus/icon';
import { areDistinct } from '../corpus/pairs/is-answerable';
import { createStems } from '../corpus/pairs/same-word';
import { type DuoLimits, type DuoQuad, duoGrids, duoLimitTable, quadsOfGrids } from './duo-quads';
import { type DuoWording, duoCaption, duoWording } from './duo-wording';

/** `swap`: objects and signs are the same, bound the other way; `thing`: another object has the sign; `sign`: another sign is on the object. */
export type DuoKind = 'swap' | 'thing' | 'sign';

/** Two pictures of two icons each, by one hand. Either's caption is wrong for the other. */
export interface DuoQuestion {
  /** `swap/lucide/bell-off+cloud-plus/bell-plus+cloud-off`. */
  readonly id: string;
  readonly kind: DuoKind;
  readonly set: string;
  readonly family: string;
  /** Of each picture the first icon (left, or above) and the second. */
  readonly pictures: readonly [readonly [Icon, Icon], readonly [Icon, Icon]];
  /** How both captions are worded, and how both pictures are laid out. */
  readonly wording: DuoWording;
  readonly captions: readonly [string, string];
  /** What differs, or has changed places: two signs, or of a thing two objects. */
  readonly parts: readonly [string, string];
}

/**
 * Questions of attribute binding: for each quad of {@link duoQuads} a swap, and where the set has one more object or sign,
 * a question of another object with the same sign and one of another sign on the same object.
 *
 * Each hard caption is the true caption of the other picture, so that it is as often right as wrong: a model that sees no
 * picture gets exactly half. Which icon stands first, layout, order and joiner are drawn by the quad's own names, so that
 * they stay when other quads come or go.
 *
 * @returns in the order of the quads
 * @throws {InputError} for what is no list of icons, or a limit below 1
 *
 * @example
 * const [question] = duoQuestions(corpus.icons, { seed: 1, perSet: 100 });
 * question?.captions[0]; // 'issue locked over git pull request closed'
 */
export function duoQuestions(icons: readonly Icon[], options: DuoLimits = {}): DuoQuestion[] {
  checkIcons('duoQuestions', 'icons', icons);
  const limits = duoLimitTable('duoQuestions').read(options);
  const grids = duoGrids(icons);
  const byPart = new Map<string, Icon[]>();
  const add = (key: string, icon: Icon) => {
    const own = byPart.get(key);
    if (own === undefined) byPart.set(key, [icon]);
    else own.push(icon);
  };
  for (const [set, grid] of grids.sets) {
    for (const [head, row] of grid) {
      for (const [tail, icon] of row) {
        add(`${set}\nhead\n${head}`, icon);
        add(`${set}\ntail\n${tail}`, icon);
      }
    }
  }
  const stemOf = createStems();
  const questions = quadsOfGrids(grids, limits).flatMap((quad) => {
    const random = createRandom(hashNumbers([limits.seed, hashText(quad.id)]));
    const swap = swapOf(quad, random);
    const others = (['thing', 'sign'] as const).flatMap((kind) => {
      const isHead = (kind === 'sign') === quad.isTailSign;
      const kept = kind === 'thing' ? quad.signs : quad.objects;
      const near = (at: 0 | 1) => byPart.get(`${quad.set}\n${isHead ? 'head' : 'tail'}\n${kept[at]}`) ?? [];
      return otherOf(kind, quad, near, stemOf, random) ?? [];
    });
    return [swap, ...others];
  });
  // Two quads may lead to the same question.
  return [...new Map(questions.map((question) => [question.id, question])).values()];
}

type Two = readonly [Icon, Icon];

function swapOf(quad: DuoQuad, random: Random): DuoQuestion {
  const [ax, by, ay, bx] = quad.icons;
  // The objects stay where they are and the signs change places, or the other way round.
  const areObjectsKept = random.below(2) === 0;
  const pictures: readonly [Two, Two] = [[ax, by], areObjectsKept ? [ay, bx] : [bx, ay]];
  return questionOf('swap', quad, pictures, areObjectsKept ? quad.signs : quad.objects, random);
}

/** The first or second icon gives way to another one with the same sign, or of the same object. */
function otherOf(
  kind: 'thing' | 'sign',
  quad: DuoQuad,
  near: (at: 0 | 1) => readonly Icon[],
  stemOf: (word: string) => string,
  random: Random,
): DuoQuestion | undefined {
  const [ax, by] = quad.icons;
  const at = random.below(2) as 0 | 1;
  const own = at === 0 ? ax : by;
  const part = (kind === 'thing' ? quad.objects : quad.signs)[at];
  const kept = (kind === 'thing' ? quad.signs : quad.objects)[at];
  const used = new Set([...quad.objects, ...quad.signs].flatMap((text) => text.split(' ').map(stemOf)));
  const fitting = near(at).flatMap((icon) => {
    const other = restOf(icon, kept);
    if (other === undefined || other.split(' ').some((word) => used.has(stemOf(word)))) return [];
    return areDistinct(own, icon, part, other) ? [{ icon, other }] : [];
  });
  if (fitting.length === 0) return undefined;
  const { icon, other } = random.pick(fitting);
  const changed: Two = at === 0 ? [icon, by] : [ax, icon];
  return questionOf(kind, quad, [[ax, by], changed], [part, other], random);
}

/** What a caption says beside a part that it begins or ends with. */
function restOf({ caption }: Icon, part: string): string | undefined {
  if (caption.startsWith(`${part} `)) return caption.slice(part.length + 1);
  return caption.endsWith(` ${part}`) ? caption.slice(0, -part.length - 1) : undefined;
}

function questionOf(
  kind: DuoKind,
  { set, family }: DuoQuad,
  given: readonly [Two, Two],
  parts: readonly [string, string],
  random: Random,
): DuoQuestion {
  const isTurned = random.below(2) === 1;
  const turned = ([one, other]: Two): Two => (isTurned ? [other, one] : [one, other]);
  const pictures = [turned(given[0]), turned(given[1])] as const;
  const wording = duoWording(random.integer(2 ** 31));
  const [first, second] = pictures.map(([one, other]) => duoCaption([one.caption, other.caption], wording));
  const names = pictures.map((two) => two.map(({ name }) => name).join('+'));
  return {
    id: `${kind}/${set}/${names.join('/')}`,
    kind,
    set,
    family,
    pictures,
    wording,
    parts,
    captions: [first!, second!],
  };
}
