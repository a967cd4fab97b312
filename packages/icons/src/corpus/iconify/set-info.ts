import type { SetInfo } from '../icon';
import { familyOf } from '../sets/families';
import { ownKey, textOf } from './check-json';

/** Who drew a set and how it may be used, from the `info` of its JSON; what is missing is an empty text. */
export function setInfoOf(set: string, info: unknown, version?: string): SetInfo {
  const author = ownKey(info, 'author');
  const licence = ownKey(info, 'license');
  const artist = textOf(ownKey(author, 'name'), 'info.author.name', '');
  const category = textOf(ownKey(info, 'category'), 'info.category', '');
  return {
    set,
    title: textOf(ownKey(info, 'name'), 'info.name', set),
    artist,
    family: familyOf(set, artist),
    licence: textOf(ownKey(licence, 'spdx'), 'info.license.spdx', ''),
    licenceUrl: textOf(ownKey(licence, 'url'), 'info.license.url', ''),
    url: textOf(ownKey(author, 'url'), 'info.author.url', ''),
    isColoured: ownKey(info, 'palette') === true,
    ...(category !== '' && { category }),
    ...(version !== undefined && { version }),
  };
}
