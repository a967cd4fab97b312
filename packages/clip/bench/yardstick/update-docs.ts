import { readFile, writeFile } from 'node:fs/promises';

const begin = '<!-- npm run bench:yardstick -w @slipform/clip -- --update-docs -->';
const end = '<!-- end of bench:yardstick -->';

/** Puts text between the two marks of a Markdown file. @throws where they are missing */
export async function updateDocs(file: string, text: string): Promise<void> {
  await writeFile(file, replaceMarked(file, await readFile(file, 'utf8'), text));
}

export function replaceMarked(file: string, page: string, text: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} must have the lines ${begin} and ${end}`);
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
}
