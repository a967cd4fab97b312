/**
 * Names without variants of one emoji: the five tones of skin, and the many families, kisses and couples. They are up to
 * half of a set of emoji, and draw one thing.
 */
export function withoutEmojiVariants(names: readonly string[]): readonly string[] {
  const all = new Set(names);
  return names.filter((name) => !(hasTone(name, all) || people.test(name)));
}

const people = /^(family|kiss|couple-with-heart)-(man|woman|person|adult|boy|girl|child)\b/;
const tone = /-(?:(?:medium-)?(?:light|dark)|medium)(?=-|$)/g;

/** A tone is written out ("waving-hand-light-skin-tone"), or one of five behind a name ("artist-light"); a police-car-light has no tone. */
function hasTone(name: string, names: ReadonlySet<string>): boolean {
  if (name.includes('-skin-tone')) return true;
  const plain = name.replace(tone, '');
  return plain !== name && names.has(plain) && names.has(`${plain}-medium-light`);
}
