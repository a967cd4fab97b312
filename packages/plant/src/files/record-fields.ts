import { InputError } from '@slipform/kit/errors/input-error';
import { quoted } from '@slipform/kit/text/printable';
import type { OutputFormat } from './caption-format';

/** What our own rows hold, so that no column that is kept may have its name. */
const recordFields = [
  ...['id', 'caption', 'negative', 'operation', 'slot'],
  ...['keyword', 'replacement', 'keyword2', 'replacement2'],
  ...['concreteness', 'concretenessSource', 'replacementConcreteness', 'instruction', 'distance', 'scores'],
  ...['partner', 'imageId', 'filepath', 'negativeFilepath', 'seed', 'version', 'reason'],
];
const tsvFields = [
  'filepath',
  'title',
  'neg_caption',
  'neg_image',
  'neg_filepath',
  'concreteness',
  'surprise',
  'leak',
  'reason',
];

/** @throws {InputError} for a name that is given twice, or stands for something else in the output */
export function refuseClashes(keep: readonly string[], format: OutputFormat): void {
  const ours = format === 'tsv' ? tsvFields : recordFields;
  for (const [i, name] of keep.entries()) {
    const head = format === 'parquet' ? name.replace(/\..*/, '') : name;
    if (ours.includes(head)) {
      throw new InputError(
        `--keep must not name ${quoted(name)}, which is a field of our own in ${format}; leave it out, or rename the column.`,
      );
    }
    if (keep.indexOf(name) !== i) throw new InputError(`--keep names ${quoted(name)} twice; name it once.`);
  }
}
