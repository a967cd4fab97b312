import { defineOptions, described, text } from '@slipform/kit/options';
import { addOptions } from '@slipform/kit/options/add-options';
import type { Command } from 'commander';
import { readText } from '../files/read-text';
import { imagesJson, imagesText } from '../run/images-summary';
import { endpointRows } from './endpoint-rows';
import { fileName } from './input-and-output';
import { fileRow, flagRow } from './rows';

/** Answers are base64, a third longer than the picture. */
const longestAnswer = 96 * 2 ** 20;
const defaultPrompt = '{instruction}. Change nothing else in the picture.';

const IMAGES_OPTIONS = defineOptions('slipform-plant images', {
  output: described(
    'folder for the pictures and records.jsonl, which names them',
    text('a folder', '<folder>'),
  ),
  images: described('folder of the photographs', text('a folder', '<folder>')),
  endpoint: described(
    'an OpenAI-compatible endpoint, such as https://api.openai.com/v1',
    text('a URL', '<url>'),
  ),
  model: described('the model that edits', text('the name of a model', '<name>')),
  tar: fileRow('also write a webdataset shard with both pictures of each record'),
  prompt: fileRow(`what is asked, with {instruction} in it (default: ${JSON.stringify(defaultPrompt)})`),
  ...endpointRows(180),
  skipInvalid: flagRow('exit with 0 even if lines are broken or photographs are missing'),
  force: flagRow('overwrite the records; pictures that are there are kept'),
  json: flagRow('print the summary as JSON'),
  quiet: flagRow('print no progress and no summary'),
});

/** `slipform-plant images`. @param fail called if the exit code must be 1 although everything was written */
export function addImagesCommand(program: Command, fail: () => void): void {
  const command = program
    .command('images')
    .description(
      'Make hard images: an endpoint of the images/edits form edits the photograph of each record as its instruction says. Run it again to go on with an interrupted run.',
    )
    .usage('<records> --images <folder> --endpoint <url> --model <name> -o <folder> [options]')
    .argument('<records>', 'what `mine` wrote, as JSON lines', fileName);
  addOptions(command, IMAGES_OPTIONS, { output: '-o, --output <folder>' }).action(
    async (file: string, given: unknown) => {
      const options = IMAGES_OPTIONS.read(given);
      const prompt = options.prompt === undefined ? defaultPrompt : (await readText(options.prompt)).trim();
      if (!prompt.includes('{instruction}')) command.error('error: --prompt must have {instruction} in it.');
      const { openEndpoint, openShared, readAddress } = await import('./open-endpoint');
      const { imagesFile } = await import('../run/images-file');
      const address = readAddress(options.endpoint, '--endpoint', options);
      const shared = await openShared(options);
      const endpoint = openEndpoint(address, options, shared, longestAnswer);
      const result = await imagesFile(file, { ...options, endpoint, prompt, fields: shared.fields });
      if (options.json) process.stdout.write(`${imagesJson(result)}\n`);
      else if (!options.quiet) process.stderr.write(`${imagesText(result)}\n`);
      if (result.brokenLines > 0 && !options.skipInvalid) fail();
    },
  );
}
