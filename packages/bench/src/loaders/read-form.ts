import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { ownField } from '@slipform/kit/formats/parse-json';
import { parsePythonList } from '@slipform/kit/formats/python-list';
import { defineOptions, flag, optional, type RowsFor } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { type Benchmark, nothingAsked, type RetrievalTask } from '../questions/benchmark';
import {
  type BenchmarkImage,
  isLazyImage,
  isMissingImage,
  type Pairing,
  type Pairings,
  type Question,
} from '../questions/question';
import { collectQuestions, type QuestionCollector } from './collect-questions';
import { cutToBox } from './crop-image';
import { type FindImage, findImages, type ImageOptions, imageRows, pictureIn } from './find-images';
import { matchTwo, PAIR_CHANCES, PAIR_KINDS } from './match-two';
import type {
  CaptionsPart,
  Column,
  Form,
  GalleryPart,
  PairsPart,
  Part,
  PicturesPart,
  RowPlace,
  ThreePart,
} from './published-form';
import { calledBy, type Row, rowOf } from './row';
import type { TableFile } from './table-files';

export interface FormOptions extends ImageOptions {
  /** Whether pictures are cut to the box of the row, where rows have one. Default true; needs sharp. */
  readonly crop?: boolean;
}

/** The options of every benchmark that has a form. */
const formRows = () => ({ ...imageRows, crop: optional(flag(), true) }) satisfies RowsFor<FormOptions>;

/** What reads one file: everything that its rows may need. */
interface Reading {
  readonly place: string;
  readonly collected: QuestionCollector;
  readonly crop: boolean;
  /** How many choices questions of each kind have, so that chance is known. */
  readonly choices: Map<string, number[]>;
  readonly galleries: Map<string, RetrievalTask>;
  readonly files: readonly TableFile[];
  /** A picture by its name, or what the row holds of it; near the file that is read. */
  find(row: Row, name: unknown, column: string): BenchmarkImage;
}

/**
 * The benchmark that files of a form hold.
 *
 * @param title what tables call it
 * @throws InputError with file and row where a file is not of the form
 */
export function benchmarkOfFiles(
  place: string,
  title: string,
  form: Form,
  files: readonly TableFile[],
  options: FormOptions = {},
): Benchmark {
  const { images, crop } = defineOptions(place, formRows()).read(options);
  const collected = collectQuestions();
  const choices: Reading['choices'] = new Map();
  const galleries: Reading['galleries'] = new Map();
  const finders = new Map<string, FindImage>();
  const readingOf = ({ path, root }: TableFile): Reading => ({
    place,
    collected,
    crop,
    files,
    choices,
    galleries,
    find(row, value, column) {
      const name = pictureIn(row, column, value);
      if (typeof name !== 'string') return name;
      if (/\.(mp4|avi|webm|mkv|npy)$/i.test(name))
        return row.fail(`${column} must name a picture, got ${shown(name)}; leave out files of videos`);
      const near = path.includes('/') ? [path.slice(0, path.lastIndexOf('/'))] : [];
      const key = String(near);
      const find = finders.get(key) ?? findImages(place, images, root, [...near, ...(form.pictures ?? [])]);
      finders.set(key, find);
      return find(name, row.fail);
    },
  });
  for (const file of files) {
    const part = partOf(form, file, files.length);
    if (part) readPart(part, file, readingOf(file));
  }
  const kinds = Object.keys(collected.coverage());
  if (kinds.length + galleries.size === 0) {
    throw nothingAsked(`${place}: ${files.map(({ name }) => name).join(', ')} holds no rows.`);
  }
  const chances = chancesOf(choices);
  const [chance = 0.5] = Object.values(chances);
  const others = Object.fromEntries(Object.entries(chances).filter(([, each]) => each !== chance));
  const all = [...collected.questions, ...collected.withoutImage];
  const shared = sharedKinds(all);
  const label = (question: Question): Question =>
    shared.has(question.kind) ? { ...question, clusters: clustersOf(question) } : question;
  const means = Object.fromEntries(
    Object.entries(form.means?.(kinds) ?? {}).filter(([, of]) => of.length > 0),
  );
  return {
    name: title,
    questions: collected.questions.map(label),
    withoutImage: collected.withoutImage.map(label),
    coverage: collected.coverage(),
    chance,
    ...(Object.keys(others).length > 0 ? { chances: others } : {}),
    ...(Object.keys(means).length > 0 ? { means } : {}),
    ...(galleries.size > 0 ? { galleries: Object.fromEntries(galleries) } : {}),
  };
}

/** A lone file may have any name where the form has one part; else its name says which part it is. */
function partOf(form: Form, { path }: TableFile, count: number): Part | undefined {
  const found = form.parts.find(({ file }) => file.test(path));
  return found ?? (form.parts.length === 1 && count === 1 ? form.parts[0] : undefined);
}

function readPart(part: Part, file: TableFile, reading: Reading): void {
  const rows = rowsOf(part, file);
  const stem = file.path
    .split('/')
    .at(-1)!
    .replace(/\.\w+$/, '');
  const place: RowPlace = { stem, path: file.path };
  if (part.shape === 'captions') readCaptions(part, rows, place, reading);
  else if (part.shape === 'pictures') readPictures(part, rows, place, reading);
  else if (part.shape === 'pairs') readPairs(part, rows, place, reading);
  else if (part.shape === 'gallery') readGallery(part, rows, place, reading);
  else readThree(part, rows, place, reading);
}

/** The rows of a file, with the columns' names where they are lists; a row is called by its id, or its number. */
function rowsOf({ fields, id }: PartBaseOf, { name, rows }: TableFile): Row[] {
  return Array.from(rows, (entry, index) => {
    const key = String(index);
    let value: unknown = entry;
    if (fields) {
      if (!Array.isArray(entry) || entry.length !== fields.length) {
        refuse(`${name}, row ${index + 1}`, undefined, `must be a list [${fields.join(', ')}]`, shown(entry));
      }
      value = Object.fromEntries(fields.map((field, at) => [field, entry[at]]));
    }
    const row = rowOf(name, key, value, index + 1);
    if (id === undefined) return row;
    return calledBy(row, id, columnOf(row, id));
  });
}
type PartBaseOf = Pick<Part, 'fields' | 'id'>;

function readCaptions(part: CaptionsPart, rows: readonly Row[], place: RowPlace, reading: Reading): void {
  const asked = rows.map((row) => {
    const kind = part.kind(row, place);
    const columns = [part.image].flat();
    const name = columns.map((column) => columnOf(row, column, true)).find((each) => each !== undefined);
    if (name === undefined) refuseColumn(row, columns[0]!);
    const found = reading.find(row, name, columns[0]!);
    const picture = typeof name === 'string' ? name : row.key;
    const image = part.box ? cutToBox(row, part.box, found, picture, reading.crop) : found;
    const captions = part.captions.flatMap((column) => textsOf(row, column));
    const right = placeOf(row, part.right, captions.length);
    const texts = { right: captions[right]!, wrong: captions.filter((_, at) => at !== right) };
    return { row, kind, picture, ...chooseCaption(image, texts.right, texts.wrong), count: captions.length };
  });
  for (const { row, kind, picture, count, ...pairings } of asked) {
    reading.collected.add(keyed(row, place, part), kind, picture, pairings, traitsOf(row, part));
    note(reading, kind, count);
  }
  for (const kind of new Set(asked.map((each) => each.kind))) {
    for (const { kind: suffix, size, key } of part.together?.(kind) ?? []) {
      const sets = new Map<string, typeof asked>();
      for (const each of asked) {
        const name = each.kind === kind ? key(each.picture) : undefined;
        if (name === undefined) continue;
        const set = sets.get(name);
        if (set) set.push(each);
        else sets.set(name, [each]);
      }
      for (const [name, own] of sets) {
        const together = `${kind}_${suffix}`;
        note(reading, together, own[0]!.count ** size);
        // One picture twice is no other picture of the set.
        if (own.length !== size || new Set(own.map(({ picture }) => picture)).size !== size) {
          reading.collected.exclude(together);
          continue;
        }
        const all: Pairings = {
          right: own.flatMap(spread),
          wrong: own.flatMap(({ wrong }) => wrong),
          rule: 'all',
        };
        reading.collected.add(rowOf(place.path, name, {}), together, name, all);
      }
    }
  }
}

/** The right pairing once for each wrong one. */
const spread = ({ right, wrong }: Pairings): Pairing[] => wrong.map(() => right[0]!);

function chooseCaption(image: BenchmarkImage, right: string, wrong: readonly string[]): Pairings {
  return {
    right: [{ image, text: right }],
    wrong: wrong.map((text) => ({ image, text })),
    rule: wrong.length === 1 ? 'all' : { topK: 1 },
  };
}

function readPictures(part: PicturesPart, rows: readonly Row[], place: RowPlace, reading: Reading): void {
  for (const row of rows) {
    const kind = part.kind(row, place);
    const text = textOf(row, part.caption);
    const names: { readonly name: string; readonly column: string }[] =
      typeof part.images === 'string'
        ? textsOf(row, part.images).map((name) => ({ name, column: part.images as string }))
        : part.images.map((columns) => {
            // Of several names that a picture may have, the first that is there.
            const all = columns.map((column) => ({ name: textOf(row, column), column }));
            return (
              all.find(({ name, column }) => !isMissingImage(reading.find(row, name, column))) ?? all[0]!
            );
          });
    const right = placeOf(row, part.right, names.length);
    const pictures = names.map(({ name, column }) => reading.find(row, name, column));
    const wrong = pictures.filter((_, at) => at !== right).map((image) => ({ image, text }));
    reading.collected.add(
      keyed(row, place, part),
      kind,
      names[right]!.name,
      { right: [{ image: pictures[right]!, text }], wrong, rule: wrong.length === 1 ? 'all' : { topK: 1 } },
      traitsOf(row, part),
    );
    note(reading, kind, names.length);
  }
}

function readPairs(part: PairsPart, rows: readonly Row[], place: RowPlace, reading: Reading): void {
  for (const row of part.twoRows ? inTwos(rows, place) : rows) {
    const pictures = part.images.map((column) => reading.find(row, columnOf(row, column), column));
    const captions = part.captions.map((column) => `${part.prefix ?? ''}${textOf(row, column)}`);
    const match = matchTwo([pictures[0]!, pictures[1]!], [captions[0]!, captions[1]!]);
    for (const kind of PAIR_KINDS) {
      reading.collected.add(keyed(row, place, part), kind, row.key, match[kind], traitsOf(row, part));
      reading.choices.set(kind, [1 / PAIR_CHANCES[kind]]);
    }
  }
}

/** Rows two by two, columns with `_0` and `_1` behind their names. */
function inTwos(rows: readonly Row[], { path }: RowPlace): Row[] {
  if (rows.length % 2 === 1) rows.at(-1)!.fail('it has no partner: rows come in twos');
  return rows.flatMap((row, index) => {
    const other = rows[index + 1];
    if (index % 2 === 1 || other === undefined) return [];
    const both = [row, other].flatMap((each, at) =>
      each.columns.map((column): [string, unknown] => [`${column}_${at}`, each.value(column)]),
    );
    return [rowOf(path, `${row.key}+${other.key}`, Object.fromEntries(both))];
  });
}

function readGallery(part: GalleryPart, rows: readonly Row[], place: RowPlace, reading: Reading): void {
  const pictures: BenchmarkImage[] = [];
  const texts: string[] = [];
  const imageOf: number[] = [];
  for (const row of rows) {
    const image = reading.find(row, columnOf(row, part.image), part.image);
    const captions = part.captions.flatMap((column) => textsOf(row, column));
    if (isMissingImage(image)) continue;
    for (const caption of captions) {
      texts.push(caption);
      imageOf.push(pictures.length);
    }
    pictures.push(image);
  }
  if (pictures.length === 0) return;
  const coverage = { scored: pictures.length, total: rows.length };
  reading.galleries.set(place.stem, { images: pictures, texts, imageOf, coverage });
}

function readThree(part: ThreePart, rows: readonly Row[], place: RowPlace, reading: Reading): void {
  const other = reading.files.find(
    ({ path }) => part.second.test(path) && path.split('/').at(-1) === place.path.split('/').at(-1),
  );
  if (!other) {
    throw new InputError(
      `${reading.place}: there is ${place.path}, and no file of its name with the other true captions; give the folder that holds both.`,
    );
  }
  const others = rowsOf(part, other);
  if (others.length !== rows.length) {
    refuse(
      undefined,
      other.name,
      `must hold a row for each of ${rows.length} of ${place.path}`,
      others.length,
    );
  }
  const set = part.kind(place);
  for (const [index, row] of rows.entries()) {
    const second = others[index]!;
    const name = textOf(row, part.image);
    if (textOf(second, part.image) !== name)
      second.fail(
        `${part.image} must be ${shown(name)}, as in ${place.path}, got ${shown(textOf(second, part.image))}`,
      );
    const found = reading.find(row, name, part.image);
    const hasBox = part.box && row.columns.includes(part.box[0]);
    const image = hasBox ? cutToBox(row, part.box!, found, name, reading.crop) : found;
    const pairing = (text: string) => ({ image, text });
    const caption = pairing(textOf(row, part.right));
    const positive = pairing(textOf(second, part.right));
    // The authors compare both with the false caption of the second file.
    const [own, wrong] = [pairing(textOf(row, part.wrong)), pairing(textOf(second, part.wrong))];
    const ask = (kind: string, right: Pairing[], against: Pairing[], count: number) => {
      reading.collected.add(keyed(row, place, part), `${kind}_${set}`, name, {
        right,
        wrong: against,
        rule: 'all',
      });
      note(reading, `${kind}_${set}`, count);
    };
    ask('both', [caption, positive], [wrong, wrong], 3);
    ask('original', [caption], [own], 2);
    ask('positive', [positive], [wrong], 2);
  }
}

/** Where rows have no id, the files of a benchmark have rows of equal numbers: the file's name goes before the number. */
function keyed(row: Row, { path }: RowPlace, { id }: PartBaseOf): Row {
  return id === undefined ? { ...row, key: `${path.replace(/\.\w+$/, '')}/${row.key}` } : row;
}

function note({ choices }: Reading, kind: string, count: number): void {
  const counts = choices.get(kind);
  if (counts) counts.push(count);
  else choices.set(kind, [count]);
}

/** The mean over questions of one in so many. */
function chancesOf(choices: Reading['choices']): Record<string, number> {
  return Object.fromEntries(
    [...choices].map(([kind, counts]) => {
      const sum = counts.reduce((all, count) => all + 1 / count, 0);
      // Sums of many equal shares end a little beside one of them.
      const chance = new Set(counts).size === 1 ? 1 / counts[0]! : sum / counts.length;
      return [kind, chance];
    }),
  );
}

function traitsOf(row: Row, { by = {} }: Pick<Part, 'by'>): Pick<Question, 'by'> {
  const parts = Object.entries(by).flatMap(([name, column]): [string, string][] => {
    const value = typeof column === 'function' ? column(row) : columnOf(row, column, true);
    if (value === undefined || value === null || value === '') return [];
    return [
      [name, typeof value === 'string' ? value : row.fail(`${column} must be a text, got ${shown(value)}`)],
    ];
  });
  return parts.length > 0 ? { by: Object.fromEntries(parts) } : {};
}

/** The sums over what rows share visit every subset of a row's labels. */
const maxPictures = 6;

/** What a question shares with others: its pictures, and its true captions. */
function clustersOf({ right, wrong }: Question) {
  const nameOf = (image: BenchmarkImage) => (isLazyImage(image) ? image.key : image);
  const pictures = (of: readonly Pairing[]) =>
    of.flatMap((each) => ('image' in each ? [nameOf(each.image)] : []));
  const all = new Set([...pictures(right), ...pictures(wrong)]);
  const own = all.size > maxPictures ? new Set(pictures(right)) : all;
  const captions = new Set(right.flatMap(({ text }) => (typeof text === 'string' ? [text] : [])));
  const names = [...own].flatMap((each) => (typeof each === 'string' ? [each] : [])).slice(0, maxPictures);
  return { picture: names, caption: [...captions].slice(0, 4) };
}

/**
 * Kinds whose questions are crossed: several have a caption in common, or one of several pictures. Where they have but
 * their one picture in common the interval over groups is right as it is.
 */
function sharedKinds(questions: readonly Question[]): Set<string> {
  const found = new Set<string>();
  const seen = new Map<string, Set<string>>();
  for (const question of questions) {
    const { picture, caption } = clustersOf(question);
    const labels = seen.get(question.kind) ?? new Set();
    seen.set(question.kind, labels);
    const own = [
      ...(picture.length > 1 ? picture.map((each) => `picture ${each}`) : []),
      ...caption.map((each) => `caption ${each}`),
    ];
    if (own.some((each) => labels.has(each))) found.add(question.kind);
    for (const each of own) labels.add(each);
  }
  return found;
}

function placeOf(row: Row, right: number | Column, count: number): number {
  if (count < 2) row.fail(`there must be at least two to choose from, got ${count}`);
  if (typeof right === 'number') return right;
  const place = row.number(right);
  if (Number.isInteger(place) && place >= 0 && place < count) return place;
  return row.fail(`${right} must be a whole number from 0 to ${count - 1}, got ${shown(row.value(right))}`);
}

function refuseColumn(row: Row, column: string): never {
  const names = row.columns.slice(0, 8).join(', ') + (row.columns.length > 8 ? ', …' : '');
  return row.fail(`there must be ${column}, got ${names || 'nothing'}`);
}

/** What a column says; `isOptional`: undefined where it isn't there, which is otherwise a fault. */
function columnOf(row: Row, column: Column, isOptional = false): unknown {
  if (column.includes('{')) {
    let isWhole = true;
    const text = column.replace(/\{([^{}:]+)(?::(\d+))?\}/g, (_, name: string, width = '0') => {
      const value = row.value(name);
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint')
        isWhole = false;
      else if (Number(width) > 0 && !/^\d+$/.test(String(value)))
        row.fail(`${name} must be a number, by which the picture is called, got ${shown(value)}`);
      return String(value).padStart(Number(width), '0');
    });
    if (isWhole) return text;
    return isOptional ? undefined : refuseColumn(row, column);
  }
  const [first, ...path] = column.split('.');
  let value: unknown = row.columns.includes(column) ? row.value(column) : row.value(first!);
  if (!row.columns.includes(column)) {
    for (const step of path)
      value = typeof value === 'object' && value !== null ? ownField(value, step) : undefined;
  }
  if (value === undefined && !isOptional && !row.columns.includes(column)) return refuseColumn(row, column);
  return value;
}

function textOf(row: Row, column: Column): string {
  const value = columnOf(row, column);
  if (typeof value === 'string' && value.trim() !== '') return value;
  return row.fail(`${column} must be a text that is not empty, got ${shown(value)}`);
}

/** A text, or a list of them, as JSON or Python writes it. */
function textsOf(row: Row, column: Column): string[] {
  const value = columnOf(row, column);
  const list =
    typeof value === 'string' && value.trimStart().startsWith('[') ? parsePythonList(value) : value;
  if (!Array.isArray(list)) return [textOf(row, column)];
  const isText = (each: unknown): each is string => typeof each === 'string' && each.trim() !== '';
  if (list.length > 0 && list.every(isText)) return list;
  return row.fail(
    `${column} must be a list of texts that are not empty, got ${shown(list.find((each) => !isText(each)) ?? list)}`,
  );
}
