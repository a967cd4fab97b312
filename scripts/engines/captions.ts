import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many input files there are, and how many tasks take them: each task has two. */
export const shardCount = 12;
export const taskCount = 6;
const captionsOfShard = 60;

/** Mined in small blocks, so that a task can be interrupted inside of a file. */
export const mineOptions = ['--block-size', '20', '--seed', '7'];

const people = ['man', 'woman', 'boy', 'girl', 'farmer', 'surfer', 'waiter', 'skier'];
const animals = ['dog', 'cat', 'horse', 'sheep', 'elephant', 'bird', 'cow', 'zebra'];
const colours = ['red', 'white', 'brown', 'green', 'yellow', 'black', 'blue', 'gray'];
const things = ['bench', 'table', 'car', 'boat', 'fence', 'bicycle', 'truck', 'bridge', 'tree', 'tent'];
const places = ['beach', 'street', 'kitchen', 'field', 'park', 'market', 'station', 'garden'];
const deeds = ['standing', 'sitting', 'sleeping', 'waiting'];

/** Twelve files of captions, no two alike: the shard's and the line's number choose the words. */
export function writeShards(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (let shard = 0; shard < shardCount; shard += 1) {
    const lines = Array.from({ length: captionsOfShard }, (_, line) =>
      JSON.stringify({ caption: captionOf(shard, line) }),
    );
    writeFileSync(join(folder, `${shardName(shard)}.jsonl`), `${lines.join('\n')}\n`);
  }
}

/** The name of a shard and of its output, without the extension. */
export function shardName(shard: number): string {
  return String(shard).padStart(5, '0');
}

function captionOf(shard: number, line: number): string {
  let state = shard * 100_003 + line * 17 + 1;
  const pick = (words: readonly string[]): string => {
    state = (state * 48_271) % 2_147_483_647;
    return words[state % words.length] ?? '';
  };
  const who = pick(line % 2 === 0 ? people : animals);
  return `A ${who} is ${pick(deeds)} next to a ${pick(colours)} ${pick(things)} and a ${pick(colours)} ${pick(things)} in the ${pick(places)}.`;
}
