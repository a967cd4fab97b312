import type { JsonObject } from '@slipform/kit/parse-json';
import { isJsonObject } from '@slipform/kit/parse-json';

/** The body of a chat with one message. The model is asked for the same answer each time. */
export function chatBody(model: string, content: string, mostTokens: number): JsonObject {
  return { model, messages: [{ role: 'user', content }], temperature: 0, seed: 0, max_tokens: mostTokens };
}

/** The text of a chat's answer. @throws what it is not */
export function chatText(answer: JsonObject): string {
  const choice: unknown = firstOf(answer.choices);
  const message = isJsonObject(choice) ? choice.message : undefined;
  const content = isJsonObject(message) ? message.content : undefined;
  if (typeof content !== 'string') throw new Error('choices[0].message.content is no text');
  return content;
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? list[0] : undefined;
}
