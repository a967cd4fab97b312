/**
 * Cuts a text behind each sign of punctuation that white space follows. A phrase never goes over such a place, so the
 * pieces have the ratings of the whole; and while one types, one piece alone is new.
 */
export function splitPieces(text: string): string[] {
  return text.match(/[\s\S]*?[.,;:!?]\s+|[\s\S]+$/g) ?? [];
}
