import { choice, described, flag, optional, text } from '@slipform/kit/options/options';
import { formats } from '../files/caption-format';

/** A row for the name of a file. An empty name comes from a script with an unset variable. */
export function fileRow(help: string) {
  return described(help, optional(text('the name of a file', '<file>')));
}

/** A row for the name of a field or column. */
function nameRow(help: string) {
  return described(help, optional(text('a name', '<name>')));
}

/** A row for a switch. */
export function flagRow(help: string) {
  return described(help, optional(flag()));
}

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
