import { readFile, utimes } from 'node:fs/promises';
import type { useFolder } from '@slipform/kit/testing/temporary-folder';

/** What a stranger's archive may hold: a hidden list of files to replace and to remove, and a lock from the future. */
const planted = {
  'data.csv': 'mine',
  'notes.txt': 'precious',
  '.slipform-save/data.csv': 'evil',
  '.slipform-save/config.json': 'evil',
  '.slipform-save/.list': '{"files":["data.csv","config.json"],"gone":["notes.txt"]}',
};
const lock = {
  format: 'slipform lock 1',
  host: 'elsewhere',
  pid: 5,
  since: '2026-01-01T00:00:00Z',
  token: 'x',
};

/** Plants it in a folder. @returns reads it again, to compare with {@link planted} */
export async function plantHiddenSave(
  folder: ReturnType<typeof useFolder>,
  name: string,
): Promise<{ readonly before: object; now(): Promise<object> }> {
  for (const [file, text] of Object.entries(planted)) folder.file(`${name}/${file}`, text);
  const ahead = new Date('2096-10-02');
  for (const file of ['.slipform-save.lock', '.slipform.lock']) {
    folder.file(`${name}/${file}`, JSON.stringify(lock));
    await utimes(folder.path(`${name}/${file}`), ahead, ahead);
  }
  const read = async (file: string) => [
    file,
    await readFile(folder.path(`${name}/${file}`), 'utf8').catch(() => null),
  ];
  return {
    before: planted,
    now: async () => Object.fromEntries(await Promise.all(Object.keys(planted).map(read))),
  };
}
