import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Icon } from '@slipform/icons';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { wordsOf } from './held-out-tags';
import type { IconWorld } from './icon-world';
import { firstOfEachName } from './judge-names';
import { namesOf } from './judge-tags';
import { similarities } from './ranks';
import type { Towers } from './towers';

/** Icons that can be searched by words. */
export interface IconIndex {
  /** How many there are: one drawing of each name in each set. */
  readonly size: number;
  /**
   * First the icons whose name or other name holds every word of the query, as a match of names finds them: at most half of
   * `count`. Then those that it misses. Both by similarity, the best first.
   */
  search(query: string, count: number): Promise<readonly FoundIcon[]>;
}

export interface FoundIcon {
  readonly icon: Icon;
  /** Whether its name says it, or the model alone finds it. */
  readonly by: 'name' | 'meaning';
  /** Cosine of text and drawing. */
  readonly similarity: number;
}

export interface IconIndexOptions {
  /** What another model's embeddings don't share: with `cache`, they are kept under this and the icons. */
  readonly identity?: string;
  /** Folder that keeps the embeddings. Default: none. */
  readonly cache?: string;
}

/** Embeds one drawing of each name in each set, or takes what was kept. */
export async function openIconIndex(
  world: IconWorld,
  towers: Towers,
  { identity, cache }: IconIndexOptions = {},
): Promise<IconIndex> {
  const rows = firstOfEachName(world);
  const file =
    identity === undefined || cache === undefined
      ? undefined
      : join(cache, `icons-${keyOf(identity, world, rows)}.f32`);
  const kept = file === undefined ? undefined : keptEmbeddings(file, rows.length * towers.width);
  const icons = kept ?? (await towers.embedIcons(world, rows));
  if (file !== undefined && cache !== undefined && kept === undefined) {
    await mkdir(cache, { recursive: true });
    await writeFileWhole(file, new Uint8Array(icons.buffer, icons.byteOffset, icons.byteLength));
  }
  const names = rows.map((row) => namesOf(world.icons[row]!));
  return {
    size: rows.length,
    async search(query, count) {
      const scores = similarities(await towers.embedTexts([query]), icons);
      const words = wordsOf(query);
      const isNamed = (at: number) => words.every((word) => names[at]!.has(word));
      const order = [...rows.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b);
      const named = order.filter(isNamed).slice(0, Math.ceil(count / 2));
      const others = order.filter((at) => !isNamed(at)).slice(0, count - named.length);
      const found = (by: FoundIcon['by']) => (at: number) => {
        return { icon: world.icons[rows[at]!]!, by, similarity: scores[at]! };
      };
      return [...named.map(found('name')), ...others.map(found('meaning'))];
    },
  };
}

function keyOf(identity: string, { grey, size }: IconWorld, rows: readonly number[]): string {
  const hash = createHash('sha256').update(`${identity} ${size} ${rows.join()} `).update(grey);
  return hash.digest('hex').slice(0, 16);
}

/** Embeddings that were kept; undefined where there are none of this length. */
function keptEmbeddings(file: string, length: number): Float32Array | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  if (bytes.length !== length * 4) return undefined;
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}
