import { InputError } from './input-error';

/** The lines of a UTF-8 stream, without their line ends. */
export async function* readLines(
  stream: AsyncIterable<Uint8Array | string>,
  name = 'standard input',
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + decode(decoder, chunk, name)).split(/\r?\n/);
    rest = lines.pop()!;
    yield* lines;
  }
  rest += decode(decoder, undefined, name);
  if (rest !== '') yield rest.replace(/\r$/, '');
}

function decode(decoder: TextDecoder, chunk: Uint8Array | string | undefined, name: string): string {
  if (typeof chunk === 'string') return chunk;
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new InputError(`${name} is not UTF-8 text; convert it first.`);
  }
}
