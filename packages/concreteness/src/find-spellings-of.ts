import { shown } from '@slipform/kit/text/printable';
import { refuse } from './input-error';
import { respacings, respellings } from './morphology/respellings';
import { normalizeWord } from './normalize-word';

/**
 * The other spellings of a word or phrase among the words that `isWord` accepts: British or American, without accents, without a possessive ending,
 * with a hyphen, a space or neither. The rules that find them also make what is no word, so `isWord` decides.
 *
 * @throws {InputError} if `word` is not a string or `isWord` is not a function
 * @example findSpellingsOf('grey', (word) => lexicon.rate(word)?.via === 'entry') // ['gray']
 */
export function findSpellingsOf(word: string, isWord: (word: string) => boolean): string[] {
  if (typeof word !== 'string') {
    refuse('findSpellingsOf', 'word', 'must be a string', shown(word), 'pass a word or a phrase');
  }
  if (typeof isWord !== 'function') {
    refuse(
      'findSpellingsOf',
      'isWord',
      'must be a function',
      shown(isWord),
      'pass one that says whether its argument is a word',
    );
  }
  const form = normalizeWord(word);
  const others = new Set([...respellings(form), ...respacings(form)]);
  others.delete(form);
  return [...others].filter((other) => isWord(other));
}
