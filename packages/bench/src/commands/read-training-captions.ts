import { captionFields, captionOf } from '@slipform/kit/captions/caption';
import { formatOfName } from '@slipform/kit/captions/caption-formats';
import { openInput } from '@slipform/kit/captions/open-input';
import { readRows } from '@slipform/kit/captions/read-rows';
import { InputError } from '@slipform/kit/errors/input-error';
import { inFull } from '@slipform/kit/formats/placed';

const fields = captionFields({}, 'rename the field that it is');

/** Captions of a file that `mine` and `train` read (of Karpathy's, the split train); of a text one a line, behind a tab where there is one. */
export async function readTrainingCaptions(file: string): Promise<string[]> {
  const format = formatOfName(file) ?? 'text';
  const captions: string[] = [];
  for await (const rows of readRows(file, openInput(file), { format, fields, splits: ['train'] })) {
    for (const item of rows) {
      if ('problem' in item) throw new InputError(`${file} ${item.place} ${inFull(item)}.`);
      const text = captionIn(item.value, `${file} ${item.place}`);
      if (text === undefined) continue;
      captions.push(format === 'text' ? text.slice(text.lastIndexOf('\t') + 1).trim() : text);
    }
  }
  if (captions.length === 0) throw new InputError(`${file} holds no captions.`);
  return captions.filter(Boolean);
}

function captionIn(row: Parameters<typeof captionOf>[0], place: string): string | undefined {
  try {
    return captionOf(row, fields)?.caption;
  } catch (error) {
    throw new InputError(`${place} ${(error as Error).message}.`);
  }
}
