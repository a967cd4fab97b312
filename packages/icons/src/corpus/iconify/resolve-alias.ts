import { InputError } from '@slipform/kit/errors/input-error';
import { quoted, shown } from '@slipform/kit/text/printable';
import { numberAt, ownKey } from './check-json';
import { joinTransforms, noTransform, type Transform } from './transform';

/** Longer chains of aliases are refused; those of Iconify have one link. */
const longestChain = 50;

/** An alias followed to the drawing that it names. */
export interface ResolvedAlias {
  /** Name of the drawing. */
  readonly root: string;
  readonly transform: Transform;
  /** View boxes of the chain, the alias' own first. */
  readonly boxes: readonly unknown[];
}

/**
 * @param aliases those of the set by name
 * @param isIcon whether a name is a drawing of the set
 * @throws {InputError} for a chain that ends nowhere, comes back to itself or is too long
 */
export function resolveAlias(
  name: string,
  aliases: ReadonlyMap<string, unknown>,
  isIcon: (name: string) => boolean,
): ResolvedAlias {
  const boxes: unknown[] = [];
  let transform = noTransform;
  let at = name;
  while (!isIcon(at)) {
    const alias = aliases.get(at);
    const parent = ownKey(alias, 'parent');
    if (typeof parent !== 'string') {
      const reason =
        alias === undefined ? `${quoted(at)} is no icon of the set` : `its parent is ${shown(parent)}`;
      throw new InputError(
        `readIconSet: alias ${quoted(name)} must lead to an icon, but ${reason}; remove it.`,
      );
    }
    if (boxes.length >= longestChain) {
      throw new InputError(
        `readIconSet: alias ${quoted(name)} must lead to an icon in ${longestChain} steps; it may come back to itself.`,
      );
    }
    transform = joinTransforms(transformOf(alias, name), transform);
    boxes.push(alias);
    at = parent;
  }
  return { root: at, transform, boxes };
}

export function transformOf(value: unknown, name: string): Transform {
  return {
    rotate: Math.round(numberAt(value, 'rotate', quoted(name)) ?? 0),
    hFlip: ownKey(value, 'hFlip') === true,
    vFlip: ownKey(value, 'vFlip') === true,
  };
}
