import { readFile, writeFile } from 'node:fs/promises';

/** Puts text between the two marks of a Markdown file that name its command. @throws where they are missing */
export async function updateDocs(file: string, text: string, command = 'bench:yardstick'): Promise<void> {
  await writeFile(file, replaceMarked(file, await readFile(file, 'utf8'), text, command));
}

export function replaceMarked(file: string, page: string, text: string, command = 'bench:yardstick'): string {
  const begin = `<!-- npm run ${command} -w @slipform/clip -- --update-docs -->`;
  const end = `<!-- end of ${command} -->`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} must have the lines ${begin} and ${end}`);
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
}

/** Rows as a table of Markdown; the first is its head. */
export function alignMarkdown(rows: readonly (readonly string[])[]): string {
  const widths = widthsOf(rows).map((width) => Math.max(3, width));
  const line = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join(
    '\n',
  );
}

function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const columns = Math.max(...rows.map(({ length }) => length));
  return Array.from({ length: columns }, (_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
}
