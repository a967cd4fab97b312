import { drawCaption, inputsOf, pairDrawer } from '../../../pairs/draw-pairs';
import type { PairData } from '../../../pairs/load-pairs';
import type { PairTable } from '../../../pairs/pair-table';

/** Answers to all questions, a digit for each. */
export interface Answers {
  /** 1 if the two right pairs of picture and caption score more than the two wrong ones, 2 if all four choices are right, 3 for both. */
  readonly swaps: string;
  /** The same in wordings that training lacks. */
  readonly freely: string;
  /** Among the first pictures and captions of all questions: 1 if the picture finds its caption first, 2 if the caption its picture. */
  readonly search: string;
}

const atOnce = 128;

/** What a `ClipEncoder` is asked for. */
interface Embeds {
  embedImages(
    inputs: readonly Float32Array[],
    options: { readonly signal: AbortSignal },
  ): Promise<readonly Float32Array[]>;
  embedTexts(
    texts: readonly string[],
    options: { readonly signal: AbortSignal },
  ): Promise<readonly Float32Array[]>;
}

/** Asks a model about pictures by held-out artists. */
export async function judge(
  encoder: Embeds,
  {
    table,
    greys,
  }: Pick<PairData, 'greys'> & { readonly table: Pick<PairTable, 'size' | 'drawings' | 'questions'> },
  signal: AbortSignal,
): Promise<Answers> {
  const { questions, size } = table;
  const draw = pairDrawer({ table, greys });
  const pictures = questions.flatMap(([set, place, first, second]) =>
    [first, second].map((caption) => drawCaption(draw, set, caption, place)),
  );
  const shown: Float32Array[] = [];
  const area = (2 * size) ** 2 * 3;
  for (let start = 0; start < pictures.length; start += atOnce) {
    const part = pictures.slice(start, start + atOnce);
    const pixels = inputsOf(part, 2 * size);
    const inputs = part.map((_, at) => pixels.subarray(at * area, (at + 1) * area));
    shown.push(...(await encoder.embedImages(inputs, { signal })));
  }
  const embed = (texts: readonly string[]) => encoder.embedTexts(texts, { signal });
  const captions = await embed(questions.flatMap(([, , first, second]) => [first, second]));
  const freely = await embed(questions.flatMap(([, , , , first, second]) => [first, second]));
  return {
    swaps: digits(questions, (_, at) => swapAnswer(shown, captions, 2 * at)),
    freely: digits(questions, (_, at) => swapAnswer(shown, freely, 2 * at)),
    search: searchAnswers(everyOther(shown), everyOther(captions)),
  };
}

function digits<Item>(items: readonly Item[], of: (item: Item, at: number) => number): string {
  return items.map(of).join('');
}

function swapAnswer(
  pictures: readonly Float32Array[],
  captions: readonly Float32Array[],
  first: number,
): number {
  const fits = (picture: number, caption: number) =>
    dot(pictures[first + picture]!, captions[first + caption]!);
  const [a, b, c, d] = [fits(0, 0), fits(0, 1), fits(1, 0), fits(1, 1)];
  return Number(a + d > b + c) + 2 * Number(a > b && a > c && d > b && d > c);
}

function searchAnswers(pictures: readonly Float32Array[], captions: readonly Float32Array[]): string {
  const fits = pictures.map((picture) => captions.map((caption) => dot(picture, caption)));
  return digits(pictures, (_, own) => {
    const fit = fits[own]![own]!;
    const isFirst = (all: readonly number[]) => all.every((other, at) => at === own || other < fit);
    return Number(isFirst(fits[own]!)) + 2 * Number(isFirst(fits.map((row) => row[own]!)));
  });
}

function everyOther<Item>(items: readonly Item[]): Item[] {
  return items.filter((_, at) => at % 2 === 0);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

/** Whether the two right pairs of a question score more than the two wrong ones. */
export function isPaired(answers: string, question: number): boolean {
  return Number(answers[question]) % 2 === 1;
}

/** Whether all four choices of a question are right. */
export function isRight(answers: string, question: number): boolean {
  return Number(answers[question]) >= 2;
}
