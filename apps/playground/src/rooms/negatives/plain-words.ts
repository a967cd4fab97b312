import type { Operation, Reason, Slot } from '@slipform/plant';

/** Why a caption has no negative, as a sentence. */
export const reasonWords: Readonly<Record<Reason, string>> = {
  'too-long': 'It is longer than 4,096 characters. Cut it into sentences.',
  'not-english': 'It does not look like English, which is the one language that the miner reads.',
  'not-a-description': 'It is a file name, an address or a list of tags, and describes no picture.',
  intimate: 'It is about undress or intimacy, and nothing is mined from such a caption.',
  name: 'All words that could be changed belong to names, and names stay as they are.',
  'no-site': 'It has no word whose change one would see in a picture.',
  'no-candidate': 'No other word is known that could stand in the place of one of its words.',
  refused: 'Each word that could stand there might be true of the picture, or is not allowed.',
  'no-sensible-edit': 'The words that could stand there would make a sentence that hardly anybody writes.',
};

export const slotWords: Readonly<Record<Slot, string>> = {
  object: 'a thing',
  attribute: 'a property',
  action: 'an action',
  relation: 'a relation',
  count: 'a number',
};

export const operationWords: Readonly<Record<Operation, string>> = {
  replace: 'new word',
  swap: 'swapped within the caption',
  exchange: 'exchanged with another caption',
  natural: 'another caption’s own words',
  add: 'a false detail beside a true one',
  negate: 'a false absence beside a true one',
};

/** A name that a report uses, in plain words where there are some. */
export function inWords(words: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(words, name) ? words[name]! : name;
}

/** How likely a reader finds nothing wrong, from a record's surprise. */
export function plausibility(surprise: number): string {
  return `${Math.round(100 * Math.exp(-surprise))}\u00a0%`;
}

const numbers = new Intl.NumberFormat('en');

export function counted(number: number, noun: string): string {
  return `${numbers.format(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** A share from 0 to 1. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return 'less than 1\u00a0%';
  return `${Math.round(share * 100)}\u00a0%`;
}

/** Bytes as a person reads them. */
export function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1000)}\u00a0kB` : `${(bytes / 1e6).toFixed(1)}\u00a0MB`;
}
