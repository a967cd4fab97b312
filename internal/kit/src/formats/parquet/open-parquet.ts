import type { DecodedArray, SchemaTree } from 'hyparquet';
import { assembleNested } from 'hyparquet/src/assemble.js';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { getSchemaPath } from 'hyparquet/src/schema.js';
import { codeOf } from '../../errors/file-error';
import { InputError } from '../../errors/input-error';
import { printable, quoted } from '../../text/printable';
import { type ByteSource, ParquetFault } from './byte-source';
import { type RowGroup, readFooter } from './read-footer';
import { createHeldMemory, type HeldMemory, readLeaf } from './read-leaf';

export interface ParquetFile {
  /** Names of the top-level columns. */
  readonly columns: readonly string[];
  readonly rows: number;
  /**
   * The rows in their order, some thousand at a time, with those of the columns that are there. Each page is
   * read and decoded once; held are a page and a dictionary for each column.
   */
  read(columns?: readonly string[]): AsyncGenerator<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export interface ParquetOptions {
  /** What messages begin with, such as the file's path. */
  readonly name: string;
  /** Whether columns of bytes that do not say what they are are texts. Default: true. */
  readonly utf8?: boolean;
  /** The caller keeps all rows, so that the limits are for all pages together. Default: false. */
  readonly keepsRows?: boolean;
}

const rowsPerBatch = 4096;
/** A file with more rows than this has no more of them than bytes, unless most are equal. */
const leastRows = 2 ** 20;

/**
 * Opens a Parquet file. Sizes are looked at before anything is allocated: neither a page nor a run makes more
 * than its header says, and what they say must be in proportion to the file. Rows are limited to a million or
 * one for each byte of the file, whichever is more.
 *
 * @param open gives its bytes at any place: `openBytes` of a file
 * @throws {InputError} one sentence, here and while rows are read, if it is not Parquet; errors of the file system as they are
 */
export async function openParquet(
  open: () => Promise<ByteSource>,
  options: ParquetOptions,
): Promise<ParquetFile> {
  const fault = (error: unknown, place: string) => faultOf(error, place, options.name);
  let source: ByteSource | undefined;
  try {
    source = await open();
    const footer = await readFooter(source);
    const { size } = source;
    if (footer.rows > Math.max(leastRows, size))
      throw new ParquetFault(`it says that it holds ${footer.rows} rows in ${size} bytes`);
    const tree = getSchemaPath(footer.schema, [])[0]!;
    return {
      columns: tree.children.map(({ element }) => element.name),
      rows: footer.rows,
      async *read(columns) {
        const wanted = tree.children.filter(({ element }) => columns?.includes(element.name) ?? true);
        let [first, place] = [1, 'its schema'];
        try {
          for (const child of wanted) refuseUnreadable(child);
          const held = createHeldMemory(size, options.keepsRows);
          for (const group of footer.groups) {
            place = `the row group behind row ${first - 1}`;
            yield* readGroup(source!, group, wanted, options.utf8 ?? true, held);
            first += group.rows;
          }
        } catch (error) {
          throw fault(error, place);
        }
      },
      close: () => source!.close(),
    };
  } catch (error) {
    await source?.close();
    throw fault(error, 'its footer');
  }
}

async function* readGroup(
  source: ByteSource,
  group: RowGroup,
  wanted: readonly SchemaTree[],
  utf8: boolean,
  held: HeldMemory,
): AsyncGenerator<Record<string, unknown>[]> {
  const columns = wanted.map((tree) => openColumn(source, group, tree, utf8, held));
  for (let left = group.rows; left > 0; ) {
    let count = Math.min(left, rowsPerBatch);
    for (const column of columns) count = Math.min(count, await column.available());
    const values = columns.map((column) => column.take(count));
    yield Array.from({ length: count }, (_, i) =>
      Object.fromEntries(wanted.map(({ element }, c) => [element.name, values[c]![i]])),
    );
    left -= count;
  }
  for (const column of columns) await column.assertAtEnd();
}

/** The rows of one top-level column, whose leaves lie in pages of different sizes. */
function openColumn(source: ByteSource, group: RowGroup, tree: SchemaTree, utf8: boolean, held: HeldMemory) {
  const { name } = tree.element;
  const leaves = leavesOf(tree).map((path) => {
    const chunk = group.chunks.find((each) => samePath(each.path, path.slice(1).map(nameOf)));
    const element = path.at(-1)!.element;
    if (chunk === undefined) throw new ParquetFault(`a row group lacks the column ${quoted(name)}`);
    if (chunk.type !== element.type) throw new ParquetFault(`column ${quoted(name)} has two types`);
    const isFlat = path.length === 2 && element.repetition_type !== 'REPEATED';
    if (isFlat && chunk.values !== group.rows)
      throw new ParquetFault(`column ${quoted(name)} says ${chunk.values} values for ${group.rows} rows`);
    const decoder = {
      pathInSchema: [...chunk.path],
      type: chunk.type,
      element,
      schemaPath: path,
      parsers,
      utf8,
    };
    return {
      path: chunk.path,
      pages: readLeaf(source, chunk, decoder, held),
      page: [] as DecodedArray,
      at: 0,
    };
  });
  return {
    /** How many rows can be taken, once there is a page for each leaf. */
    async available(): Promise<number> {
      let count = Number.POSITIVE_INFINITY;
      for (const leaf of leaves) {
        while (leaf.at === leaf.page.length) {
          const next = await leaf.pages.next();
          if (next.done)
            throw new ParquetFault(`column ${quoted(name)} has fewer values than its row group says`);
          [leaf.page, leaf.at] = [next.value, 0];
        }
        count = Math.min(count, leaf.page.length - leaf.at);
      }
      return count;
    },
    /** Values that are left over belong to rows that were read without them. */
    async assertAtEnd(): Promise<void> {
      for (const leaf of leaves) {
        if (leaf.at < leaf.page.length || !(await leaf.pages.next()).done)
          throw new ParquetFault(`column ${quoted(name)} has more values than its row group says`);
      }
    },
    take(count: number): DecodedArray {
      const slices = leaves.map((leaf) => {
        const slice = leaf.page.slice(leaf.at, leaf.at + count);
        leaf.at += count;
        return slice;
      });
      if (tree.children.length === 0) return slices[0]!;
      const parts = new Map(leaves.map(({ path }, i) => [path.join('.'), slices[i]!]));
      assembleNested(parts, tree, parsers);
      const whole = parts.get(name);
      if (whole?.length !== count) throw new ParquetFault(`the parts of column ${quoted(name)} do not fit`);
      return whole;
    },
  };
}

/** Shapes of the earth are left as bytes: no reader here asks for them. */
const parsers = {
  ...DEFAULT_PARSERS,
  geometryFromBytes: (bytes: Uint8Array | undefined) => bytes,
  geographyFromBytes: (bytes: Uint8Array | undefined) => bytes,
};

/** The path from the root to each leaf below `tree`. */
function leavesOf(tree: SchemaTree, above: readonly SchemaTree[] = [root]): SchemaTree[][] {
  const path = [...above, tree];
  return tree.children.length === 0 ? [path] : tree.children.flatMap((child) => leavesOf(child, path));
}

const root: SchemaTree = { children: [], count: 0, element: { name: 'root' }, path: [] };
const nameOf = ({ element }: SchemaTree) => element.name;
const samePath = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, i) => name === b[i]);

/** Types that the decoder cannot read, or only in a time that grows with the square of a value's length. */
function refuseUnreadable(tree: SchemaTree): void {
  for (const child of tree.children) refuseUnreadable(child);
  const {
    name,
    type,
    converted_type: converted,
    logical_type: logical,
    type_length: length = 0,
  } = tree.element;
  const kind =
    converted === 'BSON' || converted === 'INTERVAL' || logical?.type === 'VARIANT'
      ? (logical?.type ?? converted)
      : converted === 'DECIMAL' && (type === 'BYTE_ARRAY' || length > 32)
        ? 'DECIMAL of any length'
        : logical?.type === 'UUID' && length !== 16
          ? `UUID of ${length} bytes`
          : undefined;
  if (kind !== undefined)
    throw new ParquetFault(`column ${quoted(name)} has the type ${kind}, which cannot be read here`);
}

/** Our own words for what is wrong; the decoder's are about its insides. */
function faultOf(error: unknown, place: string, name: string): unknown {
  if (InputError.isInstance(error)) return error;
  const isFileSystems = error instanceof Error && 'syscall' in error && codeOf(error) !== undefined;
  if (isFileSystems) return error;
  const reason = error instanceof ParquetFault ? printable(error.message, 200) : `${place} is damaged`;
  return new InputError(
    `${name} is not a readable Parquet file: ${reason}; write it again with a current writer.`,
  );
}
