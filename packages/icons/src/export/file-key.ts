import type { Icon } from '../corpus/icon';

/**
 * What an icon's files are called: `lucide_bell-off`. Names of Iconify hold letters, digits and hyphens; any other character
 * of a set of one's own is written by its code, so that no name leads out of its folder, ends a sample's key early, or
 * makes one name of two.
 */
export function fileKey({ set, name }: Pick<Icon, 'set' | 'name'>): string {
  return `${plain(set)}_${plain(name)}`;
}

function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9-]/gu, (sign) => `~${sign.codePointAt(0)!.toString(16)}~`);
}
