import { InputError } from '@slipform/kit/input-error';
import { quoted } from '@slipform/kit/printable';
import type { HardNegative } from '../hard-negative';
import type { ScorerCandidate } from './scorer';

/** What a rewriter is asked by default; `--prompt` names another text. */
export const rewriterPrompt = `A photograph has this true caption:
{caption}

A wrong caption was made of it by changing "{old}" to "{new}":
{negative}

If the wrong caption reads as if a person had written it about another photograph, repeat it.
Otherwise write one that does: take the true caption, word for word, and put something else in the place of "{old}" alone. It must be one to four words, as concrete as "{old}", clearly wrong for the photograph, and neither a synonym nor a kind of "{old}".
Answer with the caption alone.`;

const places = ['caption', 'negative', 'old', 'new', 'slot'] as const;
const place = /\{(\w+)\}/g;

/** @throws {InputError} if a template names a place that there is not, or leaves out what it can't do without */
export function checkPrompt(template: string, name: string): string {
  const named = [...template.matchAll(place)].map(([, word]) => word!);
  const unknown = named.find((word) => !places.some((known) => known === word));
  const all = places.map((each) => `{${each}}`).join(', ');
  if (unknown !== undefined) {
    throw new InputError(`${name} has the place ${quoted(`{${unknown}}`)}; there are ${all}.`);
  }
  const missing = ['caption', 'negative'].find((word) => !named.includes(word));
  if (missing === undefined) return template;
  throw new InputError(`${name} must have the place {${missing}}; there are ${all}.`);
}

/** A template with a record's texts in its places. */
export function fillPrompt(template: string, record: HardNegative): string {
  const texts: Readonly<Record<string, string>> = {
    caption: record.caption,
    negative: record.negative,
    old: record.keyword.text,
    new: record.replacement.text,
    slot: record.slot,
  };
  return template.replace(place, (whole, word: string) => texts[word] ?? whole);
}

/** The question of a scorer to a model that only chats. */
export function scorerPrompt(candidates: readonly ScorerCandidate[]): string {
  const lines = candidates.map(({ negative }, i) => `${i + 1}. ${negative}`);
  return `Here are ${candidates.length} captions of photographs. Rate each from 0 to 100: how natural it is, as something that a person would write about a photograph of an ordinary scene. Judge the sense of the words together, not the style.

${lines.join('\n')}

Answer with a JSON array of ${candidates.length} numbers alone, in the order of the captions.`;
}
