import { nameRow } from '@slipform/kit/options/command-rows';
import { choice, described, optional } from '@slipform/kit/options/options';
import { formats } from '../files/caption-format';

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
