import { isCorrect, type Result } from '../scoring/result';

/** Every answer as a line of JSON: who was asked what, both scores, and whether that is right. */
export function answerLines(results: readonly Result[]): string {
  const lines = results.flatMap((result) => {
    const { model, benchmark, trainingSeed } = result;
    return result.answers.map((answer) =>
      JSON.stringify({ model, benchmark, trainingSeed, ...answer, correct: isCorrect(answer) }),
    );
  });
  return lines.map((line) => `${line}\n`).join('');
}
