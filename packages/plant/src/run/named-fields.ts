import type { FieldNames } from '@slipform/kit/captions/caption';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import type { Rule } from '@slipform/kit/options/options';

/** Which fields of a file hold what, of a command's `--fields caption=title,id=key`; `image` is the image's id. */
export interface NamedFields {
  readonly caption?: string;
  readonly id?: string;
  readonly image?: string;
}

const parts = ['caption', 'id', 'image'];

/** A name may hold commas and equals signs: only what stands before one of ours ends it. */
const betweenParts = new RegExp(`,(?=(?:${parts.join('|')})=)`);

export const namedFields: Rule<NamedFields> = {
  what: 'what is named of caption=NAME, id=NAME and image=NAME, once each, with commas between them',
  holds: (value) =>
    isJsonObject(value) &&
    Object.entries(value).every(
      ([part, name]) => parts.includes(part) && typeof name === 'string' && name !== '',
    ),
  parse(word) {
    const pairs = word.split(betweenParts).map((pair) => pair.split(/=(.*)/s, 2));
    const named: unknown = Object.fromEntries(pairs);
    return Object.keys(named as object).length === pairs.length ? named : word;
  },
  placeholder: '<caption=name,…>',
};

/** The same as readers of files take it. */
export function fieldNames({ caption, id, image }: NamedFields = {}): FieldNames {
  return { caption, id, imageId: image };
}

/** The same as it was written; empty where nothing was named. */
export function fieldsText(named: NamedFields = {}): string {
  return parts
    .flatMap((part) => {
      const name = named[part as keyof NamedFields];
      return name === undefined ? [] : `${part}=${name}`;
    })
    .join(',');
}
