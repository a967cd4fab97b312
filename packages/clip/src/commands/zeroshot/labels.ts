import { stat } from 'node:fs/promises';
import { quoted } from '@slipform/kit/text/printable';
import { readSource } from '../../data/open-source';
import type { SkipLog } from '../../data/skips';
import { InputError } from '../../input-error';

/** The true class of an image by its name, as far as it is known. */
export type LabelOf = (id: string) => string | undefined;

/**
 * Labels of a table with the columns `image` and `label` (.csv, or .tsv).
 *
 * @throws {InputError} if it can't be read, or a label is no class
 */
export async function readLabels(file: string, classes: readonly string[], skips: SkipLog): Promise<LabelOf> {
  if (!(await stat(file).catch(() => undefined))?.isFile()) {
    throw new InputError(
      `--labels ${file}: there is no such file; name a table with the columns image and label.`,
    );
  }
  const labels = new Map<string, string>();
  const classOf = matcher(classes);
  const source = {
    source: file,
    format: /\.tsv(\.gz)?$/i.test(file) ? ('tsv' as const) : ('csv' as const),
    fields: { id: 'image', caption: 'label' },
    remedy: 'rename the column of the classes to label',
  };
  const needs = { image: false, caption: true };
  for await (const { id, caption, place } of readSource(source, needs, skips, '--labels')) {
    const name = classOf(caption);
    if (name === undefined) {
      throw new InputError(
        `${place}: the label ${quoted(caption)} is none of the ${classes.length} classes.`,
      );
    }
    labels.set(id, name);
  }
  return (id) => labels.get(id);
}

/** Labels by folder: the first part of an image's path, if that is a class (`great_ape` is the class "great ape"). */
export function folderLabels(classes: readonly string[]): LabelOf {
  const classOf = matcher(classes);
  return (id) => (id.includes('/') ? classOf(id.slice(0, id.indexOf('/'))) : undefined);
}

function matcher(classes: readonly string[]): (name: string) => string | undefined {
  const plain = (name: string) => name.trim().toLowerCase().replaceAll('_', ' ');
  const known = new Map(classes.map((name) => [plain(name), name]));
  return (name) => known.get(plain(name));
}
