import { captionRefusals, longestCaption } from './caption-refusals';
import { isTitle } from './language';
import { plainText, startsWithLetter } from './plain-text';
import type { KindOfText, ShortText } from './reading';
import type { Token } from './tagger';

/** All sorts of text, in the order in which they are asked. */
export const kindsOfText: readonly KindOfText[] = [
  ...captionRefusals,
  {
    id: 'sentence',
    what: 'It has a verb.',
    example: 'A dog runs on the beach.',
    measured: ['coco', 'cc3m', 'rsicd', 'newsmuseum', 'mixed'],
    isNamed: (tokens) => tokens.some(({ tag }) => tag === 'VERB' || tag === 'AUX'),
  },
  {
    id: 'title',
    what: 'Most of its words begin with a capital, or all letters are capitals.',
    example: 'Red Shirt',
    names: 'title',
    measured: ['fashion'],
    isTagged: isTitle,
  },
  {
    id: 'phrase',
    what: 'It has no verb.',
    example: 'window on bus',
    measured: ['vg'],
    isNamed: () => true,
  },
];

const byText = kindsOfText.flatMap((kind) => (kind.isText ? [{ kind, is: kind.isText }] : []));
const byTags = kindsOfText.flatMap((kind) => (kind.isTagged ? [{ kind, is: kind.isTagged }] : []));
const byNames = kindsOfText.flatMap((kind) => (kind.isNamed ? [{ kind, is: kind.isNamed }] : []));

/** The sort of a text that shows without reading it; `undefined` for a text to be read. */
export function kindOfUnread(text: string): KindOfText | undefined {
  const plain = plainText(text.slice(0, longestCaption)).trim();
  const short: ShortText = {
    text,
    plain,
    hasLetter: startsWithLetter(plain) || /\p{L}/u.test(plain),
    isOneWord: !plain.includes(' '),
  };
  return byText.find(({ is }) => is(short))?.kind;
}

/** The sort that the tagger's tags show, before names are marked. */
export function kindOfTagged(tokens: readonly Token[]): KindOfText | undefined {
  return byTags.find(({ is }) => is(tokens))?.kind;
}

/** The sort of a text whose names are marked. @param tagged what its tags show */
export function kindOfNamed(tokens: readonly Token[], tagged: KindOfText | undefined): KindOfText {
  const named = byNames.find(({ is }) => is(tokens))!.kind;
  return named.unusable ? named : (tagged ?? named);
}
