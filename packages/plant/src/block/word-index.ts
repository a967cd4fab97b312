import { siteKey } from './corpus';
import type { Site } from './site';

/** At most so many words are kept for one surrounding. */
const mostWords = 24;

/** Which words of a kind stand in which surroundings; each word is shown by one of the places that have it. */
export class WordIndex {
  readonly #byKey = new Map<number, Site[]>();
  readonly #byBucket = new Map<number, Site[]>();

  constructor(sites: readonly Site[]) {
    for (const site of sites) {
      const { bucket, family } = site;
      const { kl1, kr1 } = site.around;
      this.#add(siteKey(bucket, kl1, 2), site);
      this.#add(siteKey(bucket, kr1, 3), site);
      if (site.governor !== 0) this.#add(siteKey(bucket, site.governor, 4), site);
      if (family !== bucket) {
        this.#add(siteKey(family, kl1, 2), site);
        this.#add(siteKey(family, kr1, 3), site);
      }
      let kind = this.#byBucket.get(site.bucket);
      if (!kind) {
        kind = [];
        this.#byBucket.set(site.bucket, kind);
      }
      kind.push(site);
    }
  }

  #add(key: number, site: Site): void {
    const list = this.#byKey.get(key);
    if (!list) this.#byKey.set(key, [site]);
    else if (list.length < mostWords && !list.some(({ word }) => word.whole === site.word.whole)) list.push(site);
  }

  /** Places with words that stand where this one stands, after the same word or before the same word. */
  near({ bucket, family, around: { kl1, kr1 }, governor }: Site): Site[] {
    
    return [
      ...(this.#byKey.get(siteKey(bucket, kl1, 2)) ?? []),
      ...(this.#byKey.get(siteKey(bucket, kr1, 3)) ?? []),
      ...(family === bucket ? [] : (this.#byKey.get(siteKey(family, kl1, 2)) ?? [])),
      ...(family === bucket ? [] : (this.#byKey.get(siteKey(family, kr1, 3)) ?? [])),
      ...(governor === 0 ? [] : (this.#byKey.get(siteKey(bucket, governor, 4)) ?? [])),
    ];
  }

  /** All places of a kind: a draw from them is a draw of a word by its frequency. */
  ofKind(bucket: number): readonly Site[] {
    return this.#byBucket.get(bucket) ?? [];
  }
}
