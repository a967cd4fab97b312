/**
 * What files call a caption and the place of its image, the first first. Every reader of captions looks for these, so that
 * one file is mined, trained on and judged alike. Python's package has a copy, `slipform_torch/data/field_names.py`.
 */
export const captionNames: readonly string[] = ['caption', 'title', 'text'];
export const imageNames: readonly string[] = [
  'filepath',
  'file_name',
  'filename',
  'image',
  'image_path',
  'path',
];

/** The first of the names that has a value: neither absent nor null nor an empty text. */
export function firstFilled(names: readonly string[], read: (name: string) => unknown): string | undefined {
  return names.find((name) => {
    const value = read(name);
    return value !== undefined && value !== null && value !== '';
  });
}
