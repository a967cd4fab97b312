import { createLexicon } from '@slipform/concreteness';
import { describe, expect, test } from 'vitest';
import { loadCommonCaptions } from '../corpus/common-captions';
import { hashCompany, hashMet, hashWord } from '../hashes/hash-words';
import { loadGraph } from '../wordnet/load-graph';
import { createRelations } from '../wordnet/related';
import { looksAlike, sharesHead } from './look-alikes';
import { createNouns } from './nouns';
import { rowsOf } from './tables';

const roles = '* on in under near hold wear eat drink ride play throw catch kick cut read across down'.split(
  ' ',
);
const graph = loadGraph();
const nouns = createNouns(graph, createLexicon(), undefined);
const relations = createRelations(graph.noun);
const pictures = loadCommonCaptions();

const contrasts = rowsOf('contrasts');
const cues = rowsOf('cues');
const tooClose = rowsOf('too-close');

const isClass = (name = '') => name.startsWith('@');
/** The words and classes of a cell; "-" lists nothing. */
const listed = (list = '') => list.split(', ').filter((word) => word !== '-');
const classes = new Map(
  [...contrasts, ...cues].filter(([name]) => isClass(name)).map((row) => [row[0]!, listed(row.at(-1))]),
);
const rows = contrasts.filter(([word]) => !isClass(word));
const wordsIn = (list: readonly string[]): string[] =>
  list.flatMap((word) => (isClass(word) ? wordsIn(classes.get(word) ?? []) : word));
const close = new Set(
  tooClose.flatMap(([a, list]) => listed(list).flatMap((b) => [`${a} ${b}`, `${b} ${a}`])),
);

const isRated = (word: string) => nouns.get(word)?.rating !== undefined;
const isPerson = (word: string) => nouns.get(word)?.person === true;

/** Why two words may be said of one thing, or are in one picture too often to be exchanged. */
function objection(word: string, other: string): string | undefined {
  if (relations.mayRelate(word, other)) return 'kin';
  if (sharesHead(word, other) || looksAlike(word, other)) return 'look alike';
  return close.has(`${word} ${other}`) ? 'too close' : undefined;
}

/** In which share of the common captions' pictures of a word another one is; unknown below ten pictures. */
function shareOfPictures(word: string, other: string): number {
  const of = pictures.count(hashMet(hashWord(word)));
  return of < 10 ? 0 : pictures.count(hashCompany(hashWord(word), hashWord(other))) / of;
}

/** What a word's rows allow, without what the checks refuse. */
const allowed = new Map<string, Set<string>>();
for (const [word = '', , list] of rows) {
  const others = allowed.get(word) ?? new Set();
  for (const other of wordsIn(listed(list))) {
    if (other !== word && objection(word, other) === undefined) others.add(other);
  }
  allowed.set(word, others);
}

describe.each(['contrasts', 'cues', 'too-close'])('%s.tsv', (name) => {
  const table = rowsOf(name);

  test('is sorted, without a row twice, an empty cell or a word twice in a list', () => {
    const keys = table.map((row) => row.slice(0, -1).join('\t'));
    expect(keys).toEqual([...new Set(keys)].sort());
    for (const row of table) {
      expect(row, row[0]).toHaveLength(name === 'contrasts' ? 3 : 2);
      for (const cell of row) expect(cell.trim(), row[0]).not.toBe('');
      const words = listed(row.at(-1));
      expect(words, row[0]).toEqual([...new Set(words)]);
    }
  });

  test('names no class that there is not', () => {
    const named = table.flatMap((row) => listed(row.at(-1))).filter(isClass);
    expect(named.filter((word) => !classes.has(word))).toEqual([]);
  });
});

describe('contrasts.tsv', () => {
  test('has 3,000 words, in roles that there are', () => {
    expect(allowed.size).toBeGreaterThan(3000);
    expect(contrasts.filter(([, role = '']) => !roles.includes(role))).toEqual([]);
  });

  test('has rated nouns alone', () => {
    const words = new Set(contrasts.flatMap(([word = '', , list]) => [word, ...listed(list)]));
    expect([...words].filter((word) => !isClass(word) && !isRated(word))).toEqual([]);
  });

  test('lists no word beside its kin, its look-alike, or what is too close', () => {
    const wrong = rows.flatMap(([word = '', , list]) =>
      listed(list)
        .filter((other) => !isClass(other))
        .flatMap((other) => {
          const why = word === other ? 'the word itself' : objection(word, other);
          return why === undefined ? [] : [`${word}, ${other}: ${why}`];
        }),
    );
    expect(wrong).toEqual([]);
  });

  test('lists nothing that more than 15 % of the pictures of the word have', () => {
    const wrong = [...allowed].flatMap(([word, others]) =>
      isPerson(word)
        ? []
        : [...others]
            .filter((other) => shareOfPictures(word, other) > 0.15)
            .map((other) => `${word}, ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  test('leaves each thing at least three words, its classes without its kin', () => {
    const off = new Set(rows.filter(([, , list]) => list === '-').map(([word]) => word));
    const few = [...allowed].filter(
      ([word, others]) => !off.has(word) && others.size < (isPerson(word) ? 1 : 3),
    );
    expect(few.map(([word, others]) => `${word}: ${[...others].join(', ')}`)).toEqual([]);
  });

  test('puts a thing in no person’s place, nor a person in a thing’s', () => {
    const mixed = [...allowed].flatMap(([word, others]) =>
      [...others].filter((other) => isPerson(other) !== isPerson(word)).map((other) => `${word}, ${other}`),
    );
    expect(mixed).toEqual([]);
  });

  test('has at least 60 % of its pairs both ways, which is what an exchange needs', () => {
    const pairs = [...allowed].flatMap(([word, others]) =>
      [...others].map((other) => [word, other] as const),
    );
    const mutual = pairs.filter(([word, other]) => allowed.get(other)?.has(word));
    expect(mutual.length / pairs.length).toBeGreaterThan(0.6);
  });
});

describe('cues.tsv', () => {
  test('has 300 cues, each of tokens in lower case, for rated nouns', () => {
    const forms = cues.map(([form = '']) => form).filter((form) => !isClass(form));
    expect(forms.length).toBeGreaterThan(300);
    for (const form of forms) expect(form).toMatch(/^[a-z0-9'-]+( [a-z0-9'-]+)*$/);
    const words = new Set(cues.flatMap(([, list]) => wordsIn(listed(list))));
    expect([...words].filter((word) => !isRated(word))).toEqual([]);
  });
});

test('too-close.tsv has no pair twice', () => {
  const pairs = tooClose.flatMap(([a = '', list]) => listed(list).map((b) => [a, b].sort().join(' and ')));
  expect(pairs).toEqual([...new Set(pairs)]);
});
