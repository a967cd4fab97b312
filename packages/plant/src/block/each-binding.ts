import { hashActing, hashBinding } from './sequences';
import type { Site } from './site';

/** What a caption binds to what: each word to its governor, each action to the one who acts. */
export function eachBinding(sites: readonly Site[], visit: (hash: number) => void): void {
  for (const { governor, actor, deed, lemmaHash } of sites) {
    if (governor !== 0) visit(hashBinding(governor, lemmaHash));
    if (actor !== 0) visit(hashActing(actor, lemmaHash));
    if (deed !== 0) visit(hashActing(lemmaHash, deed));
  }
}
