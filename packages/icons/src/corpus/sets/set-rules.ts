import type { SetInfo } from '../icon';
import { checkSet } from './check-set';

/**
 * Licences under which pictures of the icons, and a model that learned from them, may be passed on under the name of
 * the artist. Share-alike, non-commercial and GPL licences are not among them.
 */
export const LICENCES: readonly string[] = [
  'Apache-2.0',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
];

/** Categories of Iconify whose names are names of companies, files and languages, not words. */
const categoriesOut: readonly string[] = ['Logos', 'Programming'];

/** Sets of other categories that are flags, marks of companies or spinners say so in their title. */
const titlesOut = /\b(flags?|flagpack|brands?|logos?|spinners?|cryptocurrency)\b/i;

/** Sets of marks of companies that neither category nor title shows, with what they are. */
const marks: Readonly<Record<string, string>> = { academicons: 'marks of publishers and archives' };

/**
 * Why a set is not used, as a clause; undefined where it is used.
 *
 * - its licence must be one of `LICENCES`;
 * - its category must not be Logos or Programming;
 * - its title must not speak of flags, brands, logos, spinners or cryptocurrency;
 * - Academicons, which neither shows, are marks of publishers.
 *
 * @example
 * const used = corpus.sets.filter((set) => whyNotUsed(set) === undefined);
 */
export function whyNotUsed(set: Pick<SetInfo, 'set' | 'licence' | 'category' | 'title'>): string | undefined {
  checkSet('whyNotUsed', 'set', set, ['set', 'licence', 'title']);
  if (!LICENCES.includes(set.licence)) return `its licence is ${set.licence || 'not named'}`;
  if (categoriesOut.includes(set.category ?? '')) return `its category is ${set.category}`;
  if (titlesOut.test(set.title)) return `its title is ${set.title}`;
  const mark = Object.hasOwn(marks, set.set) ? marks[set.set] : undefined;
  return mark && `its icons are ${mark}`;
}

/** The core: a dozen sets, four to train on and eight to test on, small enough for a development dependency. */
export const CORE_SETS: readonly string[] = [
  'bi',
  'carbon',
  'game-icons',
  'healthicons',
  'iconoir',
  'lucide',
  'mingcute',
  'octicon',
  'ri',
  'tabler',
  'tdesign',
  'teenyicons',
];
