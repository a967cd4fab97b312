import { hashWord } from '../hashes/hash-words';
import { rowsOf } from './tables';

/** Words that keep the same company, the most common first: counted as one, the rare ones are known as well. */
const names = rowsOf('company').map(([line = '']) => line.split(', '));

const common = new Map(
  names.flatMap(([first = '', ...others]) => others.map((name) => [hashWord(name), hashWord(first)])),
);

/** Under which word's hash a word's company is counted. */
export function companyHash(hash: number): number {
  return common.get(hash) ?? hash;
}
