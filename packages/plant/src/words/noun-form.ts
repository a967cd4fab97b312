import { hashToken, hashWord } from '../hashes/hash-words';
import { plural } from '../inflect/plural';
import { companyHash } from './company-names';

/** A noun as it would be written in a place, with the hashes that a corpus knows it by. */
export interface NounForm {
  readonly text: string;
  /** Of the lemma, and of the word under which its company is counted. */
  readonly lemmaHash: number;
  readonly companyHash: number;
  /** Of the first word and of the last. */
  readonly firstHash: number;
  readonly lastHash: number;
}

const mostKept = 20_000;
const singulars = new Map<string, NounForm>();
const plurals = new Map<string, NounForm>();

/** The same few hundred nouns are weighed for every place of their kind. */
export function nounForm(lemma: string, isPlural: boolean): NounForm {
  const forms = isPlural ? plurals : singulars;
  let form = forms.get(lemma);
  if (!form) {
    if (forms.size >= mostKept) forms.clear();
    form = createForm(lemma, isPlural ? plural(lemma) : lemma);
    forms.set(lemma, form);
  }
  return form;
}

function createForm(lemma: string, text: string): NounForm {
  const words = text.toLowerCase().split(' ');
  const lemmaHash = hashWord(lemma);
  return {
    text,
    lemmaHash,
    companyHash: companyHash(lemmaHash),
    firstHash: hashToken(words[0]!),
    lastHash: hashToken(words.at(-1)!),
  };
}
