// The client of a server that speaks OpenAI's protocol: yours, if OPENAI_BASE_URL or OPENAI_API_KEY is set (OpenAI itself, vLLM,
// llama.cpp …), else a mock server on this machine (aimock), so that the example runs as it stands.
import { LLMock } from '@copilotkit/aimock';
import OpenAI from 'openai';

const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL } = process.env;
export const model = process.env.OPENAI_MODEL ?? 'gpt-4.1-mini';
export const imageModel = process.env.OPENAI_IMAGE_MODEL ?? 'gpt-image-1';

/** @param teach is given the mock server, to say what it answers */
export async function openServer(teach) {
  // The client waits after 429 and 5xx and asks again; a request that takes longer than the time limit is one of them.
  const limits = { maxRetries: 5, timeout: 60_000 };
  if (apiKey !== undefined || baseURL !== undefined) {
    return { client: new OpenAI({ apiKey: apiKey ?? 'none', baseURL, ...limits }), close: async () => {} };
  }
  const mock = new LLMock({ port: 0 });
  teach(mock);
  await mock.start();
  return {
    client: new OpenAI({ apiKey: 'none', baseURL: `${mock.url}/v1`, ...limits }),
    close: () => mock.stop(),
  };
}
