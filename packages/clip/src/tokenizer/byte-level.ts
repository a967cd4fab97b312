/**
 * One printable character for each byte (GPT-2's table), so that tokens of bytes are strings: printable
 * Latin-1 stands for itself, the other 68 bytes are U+0100 and on in their order.
 */
export const byteCharacters: readonly string[] = (() => {
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) => {
    const printable = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
    return String.fromCharCode(printable ? byte : next++);
  });
})();

const encoder = new TextEncoder();

/** The UTF-8 bytes of a text as characters; a lone surrogate counts as U+FFFD. */
export function byteLevel(text: string): string {
  let characters = '';
  for (const byte of encoder.encode(text)) characters += byteCharacters[byte];
  return characters;
}
