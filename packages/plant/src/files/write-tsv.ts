import { pythonList, pythonString } from '@slipform/kit/formats/python-list';
import type { HardNegative } from '../hard-negative';
import { keptCell } from './kept';
import type { MinedCaption, RowsBlock } from './record-format';

/** NegCLIP's columns; lists beside `neg_caption`, with a number for each negative; and the columns that are kept. */
export function tsvHeader(keepsAll: boolean, kept: readonly string[]): string {
  const columns = ['filepath', 'title', 'neg_caption', 'neg_image', 'neg_filepath'];
  columns.push('concreteness', 'surprise', 'leak');
  return `${[...columns, ...(keepsAll ? ['reason'] : []), ...kept].map(cell).join('\t')}\n`;
}

/**
 * NegCLIP's TSV: a row for each caption that has negatives (or a reason for none) and for each positive, lists as Python writes them. `neg_image` numbers rows
 * (from 0) whose image is a hard one: those that the exchanged words came from, else the next row of another image.
 */
export function encodeTsv(
  block: readonly MinedCaption[],
  keepsAll: boolean,
  kept: readonly string[],
): RowsBlock {
  const mined = block
    .flatMap(byTrueText)
    .filter(({ negatives, reason }) => negatives.length > 0 || reason !== undefined);
  const rowOf = new Map<string, number>();
  for (const [row, { caption }] of mined.entries()) if (!rowOf.has(caption.id)) rowOf.set(caption.id, row);
  const rows = mined.map(({ caption, negatives, reason, partners: known }, row) => {
    const partners = negatives.flatMap(({ partner }) =>
      partner === undefined ? [] : (rowOf.get(partner) ?? []),
    );
    const others = [...new Set(partners)].filter((other) => other !== row);
    const whole = [...new Set(known?.flatMap(({ row: number }) => number ?? []))];
    const texts = pythonList(negatives.map(({ negative }) => pythonString(negative)));
    // The records of `pairs` have no scores: their cells are empty.
    const numbers = (of: (record: HardNegative) => number | undefined) => {
      const found = negatives.map(of);
      if (found.length > 0 && found.every((number) => number === undefined)) return '';
      return pythonList(found.map((number) => String(number ?? 'None')));
    };
    const own = [
      pythonList(negatives.map(({ negativeFilepath = '' }) => pythonString(negativeFilepath))),
      numbers(({ concreteness }) => concreteness),
      numbers(({ scores }) => scores?.surprise),
      numbers(({ scores }) => scores?.leak),
      ...(keepsAll ? [reason ?? ''] : []),
      ...kept.map((name) => keptCell(caption.kept?.[name])),
    ];
    const cells = [caption.filepath ?? caption.imageId ?? '', caption.caption, texts];
    return {
      before: `${cells.map(cell).join('\t')}\t`,
      rowNumbers: others.length > 0 ? others : [nextOfAnotherImage(mined, row)],
      ...(whole.length > 0 ? { wholeNumbers: whole } : {}),
      after: `\t${own.map(cell).join('\t')}\n`,
    };
  });
  return { rows };
}

/** A caption with the negatives that differ from it, and each positive with its own: a row has one true text. */
export function byTrueText(mined: MinedCaption): readonly MinedCaption[] {
  const { caption, negatives } = mined;
  const own = negatives.filter(({ positive }) => positive === undefined);
  if (own.length === negatives.length) return [mined];
  const detailed = negatives.flatMap((record): MinedCaption[] =>
    record.positive === undefined
      ? []
      : [{ ...mined, caption: { ...caption, caption: record.positive }, negatives: [record] }],
  );
  return [...(own.length > 0 ? [{ ...mined, negatives: own }] : []), ...detailed];
}

/** A block's rows as text, once it is known how many rows stand before it. */
export function completeTsv({ rows }: RowsBlock, rowsBefore: number): string {
  return rows
    .map(({ before, rowNumbers, wholeNumbers, after }) => {
      const rows = wholeNumbers ?? rowNumbers.map((row) => row + rowsBefore);
      const numbers = pythonList(rows.map(String));
      return before + numbers + after;
    })
    .join('');
}

function nextOfAnotherImage(mined: readonly MinedCaption[], row: number): number {
  const own = mined[row]!.caption;
  for (let step = 1; step < mined.length; step += 1) {
    const other = (row + step) % mined.length;
    const { imageId, filepath } = mined[other]!.caption;
    if (imageId === undefined && filepath === undefined) return other;
    if (imageId !== own.imageId || filepath !== own.filepath) return other;
  }
  return row;
}

/** A cell as pandas reads it: quoted where it has to be. */
function cell(text: string): string {
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
