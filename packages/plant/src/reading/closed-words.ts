import type { Token } from './tagger';

type Tag = Token['tag'];

const rows: readonly (readonly [Tag, string])[] = [
  ['DET', 'a an the this that these those some any each every another no all both several many few'],
  ['NUM', 'one two three four five six seven eight nine ten eleven twelve'],
  ['ADJ', 'other'],
  ['CCONJ', 'and or but nor'],
  [
    'ADP',
    'of in on at by to with from for as near behind below above under over between beside besides around through along across into onto off up down out during before after past underneath beneath against toward towards among amongst alongside atop inside outside upon within without via amid',
  ],
  ['AUX', 'is are was were be been being am do does did could will would should may might must'],
  ['PRON', 'it its he his she her him they their them there we our you your i my who someone something'],
  ['SCONJ', 'while that because if'],
  ['ADV', 'next not very so too also just away together'],
  ['VERB', 'has have had'],
];

/** Words of closed classes: only a wrong tag makes one of them a noun or an adjective. */
const closed: ReadonlyMap<string, Tag> = new Map(
  rows.flatMap(([tag, words]) => words.split(' ').map((word) => [word, tag] as const)),
);

/** The tag that a word of a closed class has where the tagger takes it for a content word. */
export function closedTag(lower: string): Tag | undefined {
  return closed.get(lower);
}
