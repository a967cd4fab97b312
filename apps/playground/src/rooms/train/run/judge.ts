import type { ClipEncoder } from '@slipform/clip';
import type { TrainingTable } from '../data/training-table';
import { type Pictures, picturesOf } from './batches';

const atOnce = 128;

/**
 * Which name belongs to which icon? A digit for each question: 1 if both pictures find their name, 2 if both names find their
 * picture, 3 for both, which is the group score of the benchmark icon-pairs.
 */
export async function judge(
  encoder: Pick<ClipEncoder, 'embedImages' | 'embedTexts'>,
  { icons, questions }: Pick<TrainingTable, 'icons' | 'questions'>,
  pictures: Pictures,
  signal: AbortSignal,
): Promise<string> {
  const rows = [...new Set([...questions.map(([first]) => first), ...questions.map(([, second]) => second)])];
  const shown: Float32Array[] = [];
  const area = pictures.size ** 2 * 3;
  for (let start = 0; start < rows.length; start += atOnce) {
    const part = rows.slice(start, start + atOnce);
    const pixels = picturesOf(pictures, part);
    const inputs = part.map((_, at) => pixels.subarray(at * area, (at + 1) * area));
    shown.push(...(await encoder.embedImages(inputs, { signal })));
  }
  const named = await encoder.embedTexts(
    rows.map((row) => icons[row]![2]),
    { signal },
  );
  const places = new Map(rows.map((row, at) => [row, at]));
  return questions
    .map(([first, second]) => {
      const [a, b] = [places.get(first)!, places.get(second)!];
      const fits = (picture: number, name: number) => dot(shown[picture]!, named[name]!);
      const text = fits(a, a) > fits(a, b) && fits(b, b) > fits(b, a);
      const picture = fits(a, a) > fits(b, a) && fits(b, b) > fits(a, b);
      return Number(text) + 2 * Number(picture);
    })
    .join('');
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

/** Whether all four choices of a question are right. */
export function isRight(answers: string, question: number): boolean {
  return answers[question] === '3';
}
