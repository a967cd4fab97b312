import { fileRow, nameRow } from '@slipform/kit/options/command-rows';
import { choice, described, listOf, optional, text } from '@slipform/kit/options/options';
import { formats } from '../files/caption-format';
import { offsetUnits } from '../files/offsets';

/** A file of captions: its format and its fields. */
export const inputRows = {
  format: described(
    "the input's format (default: by its extension; standard input: text)",
    optional(choice(formats)),
  ),
  captionField: nameRow('field or column of the caption (default: caption, else title)'),
  idField: nameRow('field or column of its id (default: id)'),
  imageField: nameRow("field or column of its image's id (default: image_id, else imageId)"),
};

/** What both `mine` and `pairs` copy, rate by, and count offsets in. */
export const recordRows = {
  keep: described(
    'columns or fields of the input that are copied to the records',
    optional(listOf(text('a name'), 'a list of names', { min: 1 })),
  ),
  norms: fileRow('human ratings of concreteness (Brysbaert 2014, or any CSV or TSV with word and rating)'),
  offsets: described(
    'what start and end of words count: code units of UTF-16, as JavaScript, or code points, as Python',
    optional(choice(offsetUnits), 'utf16'),
  ),
};
