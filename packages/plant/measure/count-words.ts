/**
 * Counts the hand-made words of the miner: lower-case words in lists of three or more, in its string and regex literals and
 * in the tables of lexicon/. Imports, types, docs of checks, messages and names of reasons are left out.
 *
 *   npx tsx packages/plant/measure/count-words.ts [FOLDER OF src ...] [--root PACKAGE]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import ts from 'typescript';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: 'string' } } });
const root = values.root ?? fileURLToPath(new URL('..', import.meta.url));
const rooms =
  positionals.length > 0
    ? positionals
    : 'words lexicon reading spans operations block inflect wordnet rewrite hooks checks sites candidates scores assign write corpus natural safety'.split(
        ' ',
      );
/** What is written there is no word of the miner's: sentences for readers, and names of things in the code. */
const notWords = new Set([
  'what',
  'id',
  'example',
  'reason',
  'kind',
  'scope',
  'slots',
  'slot',
  'operation',
  'description',
]);

const counts = new Map<string, number>();
const all = new Set<string>();
for (const room of rooms) {
  const folder = join(root, 'src', room);
  if (!existsSync(folder)) continue;
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/\.ts$/.test(file) && !/\.test\.ts$/.test(file)) add(room, wordsOfFile(join(folder, file)));
  }
}
const tables = join(root, 'lexicon');
if (existsSync(tables)) {
  for (const file of readdirSync(tables)) {
    const [, ...rows] = readFileSync(join(tables, file), 'utf8').trimEnd().split('\n');
    add(`lexicon/${file}`, wordsIn(rows.join(' ')));
  }
}
for (const [room, count] of [...counts].sort(([, a], [, b]) => b - a))
  console.log(`${room.padEnd(28)} ${count}`);
const sum = [...counts.values()].reduce((total, count) => total + count, 0);
console.log(`${'mentions'.padEnd(28)} ${sum}\n${'different words'.padEnd(28)} ${all.size}`);

function add(room: string, words: readonly string[]): void {
  if (words.length > 0) counts.set(room, (counts.get(room) ?? 0) + words.length);
  for (const word of words) all.add(word);
}

function wordsOfFile(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const words: string[] = [];
  visit(source);
  return words;

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isThrowStatement(node)) return;
    if (ts.isPropertyAssignment(node) && notWords.has(node.name.getText())) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      words.push(...listIn(node.text));
    else if (ts.isRegularExpressionLiteral(node)) words.push(...listIn(node.text.replace(/\\[a-z]/g, ' ')));
    else if (ts.isArrayLiteralExpression(node) && node.elements.every(ts.isStringLiteralLike))
      words.push(...listIn(node.elements.map((element) => element.getText()).join(' ')));
    else ts.forEachChild(node, visit);
  }
}

/** The words of a text of three or more. */
function listIn(text: string): string[] {
  const words = wordsIn(text);
  return words.length < 3 ? [] : words;
}

/** Words of two letters or more, all small. */
function wordsIn(text: string): string[] {
  return text.match(/(?<![\p{L}\p{N}])[a-z]{2,}(?:['-][a-z]+)*(?![\p{L}\p{N}])/gu) ?? [];
}
