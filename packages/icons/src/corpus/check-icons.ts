import { InputError } from '@slipform/kit/errors/input-error';
import { readable } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import type { Icon } from './icon';

const texts = ['id', 'set', 'family', 'caption', 'style', 'body'] as const;
const lists = ['words', 'aliases', 'tags'] as const;

/** @throws {InputError} where a caller passed no list of icons, as `openCorpus` or `readIconSet` gives it */
export function checkIcons(caller: string, name: string, icons: readonly Icon[]): void {
  const value: unknown = icons;
  readable(
    caller,
    () => name,
    () => {
      if (!Array.isArray(value)) throw noIcon(caller, name, value, 'a list of icons');
      for (let at = 0; at < value.length; at++) checkOne(caller, `${name}[${at}]`, value[at]);
    },
  );
}

/** @throws {InputError} where a caller passed no icon */
export function checkIcon(caller: string, icon: Icon): void {
  readable(
    caller,
    () => 'icon',
    () => checkOne(caller, 'icon', icon),
  );
}

function checkOne(place: string, name: string, icon: unknown): void {
  if (typeof icon !== 'object' || icon === null) throw noIcon(place, name, icon);
  const fields = icon as Readonly<Record<string, unknown>>;
  for (const key of texts) {
    if (typeof fields[key] !== 'string') throw noIcon(place, `${name}.${key}`, fields[key], 'a text');
  }
  for (const key of lists) {
    const list = fields[key];
    // Not every: it leaves holes out.
    if (!Array.isArray(list) || list.findIndex((text) => typeof text !== 'string') >= 0) {
      throw noIcon(place, `${name}.${key}`, list, 'a list of texts');
    }
  }
}

function noIcon(place: string, argument: string, value: unknown, what = 'an icon'): InputError {
  const remedy = 'pass icons as openCorpus gives them';
  return new InputError({ place, argument, rule: `must be ${what}`, got: shown(value), remedy });
}
