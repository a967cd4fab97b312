import type { Icon } from '../corpus/icon';
import { editDistance } from '../corpus/names/edit-distance';

/**
 * The name, or other name, of an icon that is a slip away from a concept: one letter of four to seven, two of more. Of
 * several the nearest, then the one that most icons have.
 */
export function nearestName(icons: readonly Icon[], concept: string): string | undefined {
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
