/**
 * Whether a name of a set of emoji is a variant of another emoji: one of the five tones of skin, or one of the many
 * families, kisses and couples. They are 40 % of such a set, and draw one thing.
 */
export function isEmojiVariant(name: string, names: ReadonlySet<string>): boolean {
  return (
    hasTone(name, names) ||
    /^(family|kiss|couple-with-heart)-(man|woman|person|adult|boy|girl|child)/.test(name)
  );
}

const tone = /-(?:(?:medium-)?(?:light|dark)|medium)(?=-|$)/g;

/** A tone is written out ("waving-hand-light-skin-tone"), or one of five behind a name ("artist-light"); a police-car-light is none. */
function hasTone(name: string, names: ReadonlySet<string>): boolean {
  if (name.includes('-skin-tone')) return true;
  const plain = name.replace(tone, '');
  return plain !== name && names.has(plain) && names.has(`${plain}-medium-light`);
}
