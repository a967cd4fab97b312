import { checkIcons } from '../check-icons';
import type { Icon } from '../icon';

/**
 * One drawing for each caption of each set, all of a set in the same style: the style that draws most captions (of two
 * with as many, the shorter, then the first by its letters). Captions that the set draws in other styles alone are left
 * out, so that two drawings differ by what they show. Of several variants the first in the set's order.
 *
 * @returns in the order of `icons`
 * @throws {InputError} for what is no list of icons
 *
 * @example
 * const drawn = mainDrawings(corpus.icons); // one for each caption of a set
 */
export function mainDrawings(icons: readonly Icon[]): Icon[] {
  checkIcons('mainDrawings', 'icons', icons);
  const captions = new Map<string, Map<string, Set<string>>>();
  for (const { set, style, caption } of icons) {
    const styles = captions.get(set) ?? new Map<string, Set<string>>();
    captions.set(set, styles);
    styles.set(style, (styles.get(style) ?? new Set()).add(caption));
  }
  const mainStyle = new Map([...captions].map(([set, styles]) => [set, mostDrawn(styles)]));
  const chosen = new Map<string, Icon>();
  for (const icon of icons) {
    if (icon.style !== mainStyle.get(icon.set)) continue;
    const key = `${icon.set}:${icon.caption}`;
    const before = chosen.get(key);
    if (before === undefined || (before.variant !== undefined && icon.variant === undefined))
      chosen.set(key, icon);
  }
  const kept = new Set(chosen.values());
  return icons.filter((icon) => kept.has(icon));
}

function mostDrawn(styles: ReadonlyMap<string, ReadonlySet<string>>): string {
  const sorted = [...styles].sort(
    ([a, x], [b, y]) => y.size - x.size || a.length - b.length || (a < b ? -1 : 1),
  );
  return sorted[0]![0];
}
