import { InputError } from '@slipform/kit/errors/input-error';
import { editDistance } from '@slipform/kit/text/edit-distance';
import { quoted } from '@slipform/kit/text/printable';
import type { Icon } from '../corpus/icon';

/**
 * Icons of a concept by their name, then by other names of theirs; one an artist's family, the plain form before a style,
 * unless `every` one is wanted. Sorted by artist.
 *
 * @throws {InputError} if none is called so, with the names that come nearest
 */
export function conceptIcons(icons: readonly Icon[], concept: string, every: boolean): readonly Icon[] {
  const wanted = concept.trim().toLowerCase().replace(/\s+/g, ' ');
  const called = icons.filter(({ caption }) => caption === wanted);
  const found = called.length > 0 ? called : icons.filter(({ aliases }) => aliases.includes(wanted));
  if (found.length === 0) throw new InputError(nothingCalled(icons, wanted));
  const chosen = every ? found : [...onePerFamily(found).values()];
  return [...chosen].sort((a, b) => a.artist.localeCompare(b.artist, 'en') || (a.id < b.id ? -1 : 1));
}

function onePerFamily(icons: readonly Icon[]): ReadonlyMap<string, Icon> {
  const best = new Map<string, Icon>();
  for (const icon of icons) {
    const known = best.get(icon.family);
    if (known === undefined || (known.style !== '' && icon.style === '')) best.set(icon.family, icon);
  }
  return best;
}

/** How many other names a message gives. */
const maxNamed = 5;

function nothingCalled(icons: readonly Icon[], wanted: string): string {
  const nothing = `no icon of these sets is called ${quoted(wanted)}`;
  const meant = nearestName(icons, wanted);
  if (meant !== undefined) return `${nothing}; did you mean ${quoted(meant)}?`;
  const words = wanted.split(' ');
  const drawn = new Map<string, number>();
  for (const icon of icons) {
    if (!words.some((word) => icon.words.includes(word))) continue;
    drawn.set(icon.caption, (drawn.get(icon.caption) ?? 0) + 1);
  }
  const shared = (caption: string) => caption.split(' ').filter((word) => words.includes(word)).length;
  const near = [...drawn]
    .sort(([a, x], [b, y]) => shared(b) - shared(a) || y - x || (a < b ? -1 : 1))
    .slice(0, maxNamed)
    .map(([caption]) => quoted(caption));
  const instead =
    near.length === 0
      ? 'no name has one of these words; try another, or install more sets'
      : `there are ${near.join(', ')}`;
  return `${nothing}; ${instead}.`;
}

/**
 * The name, or other name, of an icon that is a slip away from a concept: one letter of four to seven, two of more. Of
 * several the nearest, then the one that most icons have.
 */
function nearestName(icons: readonly Icon[], concept: string): string | undefined {
  if (concept.length < 4) return undefined;
  const drawn = new Map<string, number>();
  for (const { caption, aliases } of icons) {
    for (const name of [caption, ...aliases]) drawn.set(name, (drawn.get(name) ?? 0) + 1);
  }
  let most = concept.length < 8 ? 1 : 2;
  let nearest: string | undefined;
  for (const [name, count] of drawn) {
    const distance = editDistance(concept, name, most);
    if (distance > most || (distance === most && nearest !== undefined && count <= drawn.get(nearest)!))
      continue;
    [nearest, most] = [name, distance];
  }
  return nearest;
}
