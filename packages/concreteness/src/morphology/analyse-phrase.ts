import { isFunctionWord } from '../function-words';
import type { Analysis } from './analysis';

/** In words. A longer text is a sentence. */
const longestPhrase = 6;
/** In letters. A single letter is not a word of a phrase. */
const shortestWord = 2;

/**
 * Takes a phrase apart: a verb or adjective with its particle ("cope with"), a function word before what it
 * governs ("in unison"), a light verb with its object ("take place"), else a head with what stands before it ("smoke detector"). Longer phrases are rated by
 * their content words, the last one as the head.
 */
export function analysePhrase(phrase: string): Analysis | undefined {
  const words = phrase.split(' ');
  if (words.length < 2 || words.length > longestPhrase) return undefined;
  const content = words.filter((word) => !isFunctionWord(word));
  if (content.length === 0 || content.some(({ length }) => length < shortestWord)) return undefined;
  return { correction: kindOf(words, content), parts: words, bases: content, inflected: true };
}

/** Verbs that mean little without their object: "take place" is not a place. */
const lightVerb =
  /^(?:bear|break|bring|call|carry|catch|come|cut|do|draw|drop|fall|find|get|give|go|have|hit|hold|keep|lay|lead|leave|let|lie|look|lose|make|pass|pay|pick|play|pull|put|raise|run|save|see|set|show|stand|stay|stick|take|tell|throw|turn|work)$/;

function kindOf(words: readonly string[], content: readonly string[]): string {
  if (content.length > 1) return lightVerb.test(words[0]!) ? 'object' : 'head';
  return words.at(-1) === content[0] ? 'governed' : 'particle';
}
