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
