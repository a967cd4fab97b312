import type { RefusedChange } from '../mined';
import type { BlockState } from './state';

/**
 * Looks once more at what could have been done with a caption, and lists what was in the way: the most concrete words first,
 * of each the checks in turn, so that a few of them show all. Nothing is counted.
 */
export function listRefusals(caption: number, most: number, state: BlockState): readonly RefusedChange[] {
  const { block, judge, candidates } = state;
  const sites: number[] = [];
  for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) sites.push(site);
  sites.sort((a, b) => block.sites.span(b).concreteness - block.sites.span(a).concreteness);
  const heaps = sites.flatMap((site) => {
    const { text, start, slot, concreteness } = block.sites.placed(site);
    const old = { keyword: text, start, slot, concreteness };
    const byCause = new Map<string, RefusedChange[]>();
    for (const giver of candidates.of(site)) {
      const check = judge.refusal(site, giver, 'replace');
      if (!check && judge.isLikely(site, giver, 'replace')) continue;
      const cause = check
        ? { reason: check.reason, check: check.id, what: check.what }
        : { reason: 'unlikely' as const, surprise: judge.surprise(site, giver, 'replace') };
      const key = check?.id ?? cause.reason;
      const heap = byCause.get(key) ?? [];
      heap.push({ ...old, replacement: block.sites.span(giver).lemma, ...cause });
      byCause.set(key, heap);
    }
    return [...byCause.values()];
  });
  const listed: RefusedChange[] = [];
  for (let turn = 0; listed.length < most; turn += 1) {
    const found = heaps.flatMap((heap) => heap[turn] ?? []);
    if (found.length === 0) break;
    listed.push(...found.slice(0, most - listed.length));
  }
  return listed;
}
