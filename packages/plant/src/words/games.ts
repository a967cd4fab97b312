import { isSaidBeside } from './is-word-of';

/** Sports whose gear and players don't mix. */
const games: readonly (readonly [members: RegExp, signs: ReadonlySet<string>])[] = [
  [
    /^tennis|^badminton|racket$|racquet$|^paddle$/,
    new Set(['tennis', 'racket', 'racquet', 'rackets', 'racquets', 'serve', 'serving']),
  ],
  [
    /^baseball|^bat$|^batter$|^catcher$|^umpire$|^pitcher$/,
    new Set(['baseball', 'batter', 'umpire', 'catcher', 'pitcher', 'mound', 'bunt', 'bunting', 'batting']),
  ],
  [/^golf/, new Set(['golf'])],
  [/^cricket/, new Set(['cricket'])],
  [/^hockey/, new Set(['hockey'])],
  [/^squash/, new Set(['squash'])],
  [/^cyclist/, new Set(['bike', 'bicycle', 'cycling'])],
  [/^soccer/, new Set(['soccer'])],
  [/^football/, new Set(['football', 'receiver', 'quarterback'])],
  [/^basketball/, new Set(['basketball'])],
  [
    /^ski$|^skier$|^snowboard/,
    new Set(['ski', 'skis', 'skiing', 'skier', 'skiers', 'snowboard', 'snowboarder', 'snowboarding']),
  ],
  [/^surf|^kayak/, new Set(['wave', 'waves', 'surf', 'surfing', 'surfer', 'surfers'])],
  [/^skateboard/, new Set(['skateboard', 'skateboarder', 'skateboarding', 'skate'])],
];

/** For each sign the games that it tells, as bits. */
const gamesTold = new Map<string, number>();
for (const [game, [, signs]] of games.entries()) {
  for (const sign of signs) gamesTold.set(sign, (gamesTold.get(sign) ?? 0) | (1 << game));
}

const gamesOf = new Map<string, number>();
const mostKept = 20_000;

function gameOf(lemma: string): number {
  let game = gamesOf.get(lemma);
  if (game === undefined) {
    game = games.findIndex(([members]) => members.test(lemma));
    if (gamesOf.size >= mostKept) gamesOf.clear();
    gamesOf.set(lemma, game);
  }
  return game;
}

/** Whether a word is of another sport than the one that the caption tells. */
export function leavesGame(keyword: string, lemma: string, words: readonly string[]): boolean {
  const own = gameOf(lemma);
  if (own < 0) return false;
  for (let i = 0; i < words.length; i += 1) {
    const others = (gamesTold.get(words[i]!) ?? 0) & ~(1 << own);
    if (others !== 0 && isSaidBeside(i, words, keyword)) return true;
  }
  return false;
}
