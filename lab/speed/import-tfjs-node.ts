import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The folder that scripts/tfjs-node/install.mjs made, by SLIPFORM_TFJS_NODE; ends a command that was started without. */
export function tfjsNodeFolder(command: string): string {
  const folder = process.env.SLIPFORM_TFJS_NODE;
  if (folder) return folder;
  console.error(
    `${command}: SLIPFORM_TFJS_NODE must name the folder that node scripts/tfjs-node/install.mjs prints.`,
  );
  process.exit(2);
}

/** URL of a package's entry in that folder. */
export function tfjsNodeEntry(folder: string, backend: 'node' | 'node-gpu'): string {
  return pathToFileURL(join(folder, 'node_modules/@tensorflow', `tfjs-${backend}`, 'dist/index.js')).href;
}
