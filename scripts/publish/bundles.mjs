// The packages in a Web Worker, bundled as their users bundle them, in Chromium.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { chromium } from 'playwright';
import { build as vite } from 'vite';
import { packageNames } from '../package-names.mjs';

const page = `<!doctype html><meta charset="utf-8"><script type="module" src="./main.js"></script>`;

/** What a page's own code does: it starts the worker in the form that bundlers look for. */
const main = `
const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
worker.onmessage = ({ data }) => (globalThis.said = data);
worker.onerror = ({ message }) => (globalThis.said = { error: message });
`;

/** Runs the program of each package, with the modules that it loads imported as a bundler needs it. */
async function workerSource(folder) {
  const programs = await Promise.all(
    packageNames.map(async (name) => {
      const [source] = (await readFile(join(folder, `${name}.mjs`), 'utf8')).split(
        'export async function useInNode',
      );
      return { name, loads: [...source.matchAll(/\bload\(\s*'([^']+)'/g)].map(([, module]) => module) };
    }),
  );
  const modules = [...new Set(programs.flatMap(({ loads }) => loads))];
  return [
    ...modules.map((module, index) => `import * as module${index} from '${module}';`),
    ...programs.map(({ name }, index) => `import { use as use${index} } from '../${name}.mjs';`),
    `const modules = { ${modules.map((module, index) => `'${module}': module${index}`).join(', ')} };`,
    'const load = async (name) => modules[name];',
    'const said = {};',
    'try {',
    ...programs.map(({ name }, index) => `  said['${name}'] = await use${index}(load);`),
    '} catch (error) {',
    '  said.error = String(error.stack);',
    '}',
    'postMessage(said);',
  ].join('\n');
}

const builds = {
  vite: (root, outDir) =>
    vite({
      root,
      configFile: false,
      logLevel: 'error',
      base: './',
      worker: { format: 'es' },
      build: {
        outDir,
        minify: false,
        target: 'es2022',
        emptyOutDir: false,
        chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      },
    }),
  esbuild: async (root, outdir) => {
    const { warnings } = await esbuild({
      absWorkingDir: root,
      entryPoints: ['main.js', 'worker.js'],
      outdir,
      bundle: true,
      format: 'esm',
      target: 'es2022',
      logLevel: 'silent',
    });
    if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join('\n'));
  },
  rollup: async (root, dir, require) => {
    const { rollup } = require('rollup');
    const { nodeResolve } = require('@rollup/plugin-node-resolve');
    const commonjs = require('@rollup/plugin-commonjs');
    const json = require('@rollup/plugin-json');
    for (const file of ['main.js', 'worker.js']) {
      const bundle = await rollup({
        input: join(root, file),
        plugins: [nodeResolve({ browser: true }), commonjs(), json()],
        onwarn: ({ code, message }) => {
          if (code === 'UNRESOLVED_IMPORT' || code === 'MISSING_EXPORT') throw new Error(message);
        },
      });
      await bundle.write({ dir, format: 'es', inlineDynamicImports: true });
    }
  },
  webpack: async (root, path, require) => {
    const compiler = require('webpack')({
      mode: 'production',
      context: root,
      entry: './main.js',
      output: { path, filename: 'main.js' },
      optimization: { minimize: false }, // which takes longer than all the rest
      performance: false,
    });
    const stats = await new Promise((resolve, reject) => {
      compiler.run((error, result) => (error ? reject(error) : resolve(result)));
    });
    if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  },
};

/** Rollup and webpack take a minute of processor time together: `--thorough`. */
export const bundlers = { quick: ['vite', 'esbuild'], thorough: Object.keys(builds) };

const types = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** Where Chromium is: CHROMIUM_PATH, Debian's, or Playwright's own. */
export const chromiumPath = () =>
  [process.env.CHROMIUM_PATH, '/usr/bin/chromium', chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );

/** Serves the bundles, and opens them in Chromium. */
export async function startPages(folder) {
  const root = join(folder, 'page');
  await mkdir(root);
  await writeFile(join(root, 'index.html'), page);
  await writeFile(join(root, 'main.js'), main);
  await writeFile(join(root, 'worker.js'), await workerSource(folder));
  const server = createServer(async ({ url }, response) => {
    const file = join(folder, new URL(url, 'http://page').pathname);
    try {
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
      response.end(await readFile(file));
    } catch {
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const executablePath = chromiumPath();
  const browser = await chromium.launch({ executablePath, timeout: 0, args: ['--no-sandbox'] });

  /** Bundles, opens the page, and compares what its worker says with what Node said, as far as a page says it. */
  async function check(bundler, tools, inNode) {
    const out = join(folder, bundler);
    await mkdir(out, { recursive: true });
    await writeFile(join(out, 'index.html'), page);
    await builds[bundler](root, out, createRequire(join(tools.folder, 'package.json')));
    const tab = await browser.newPage();
    try {
      tab.setDefaultTimeout(0);
      tab.setDefaultNavigationTimeout(0);
      await tab.goto(`http://127.0.0.1:${server.address().port}/${bundler}/index.html`);
      const said = await (await tab.waitForFunction(() => globalThis.said)).jsonValue();
      if (said.error) throw new Error(said.error);
      for (const name of packageNames) {
        const expected = JSON.parse(inNode.get(name));
        for (const [key, value] of Object.entries(said[name])) {
          if (JSON.stringify(value) !== JSON.stringify(expected[key]))
            throw new Error(
              `${name}: ${key} is ${JSON.stringify(value)}, in Node ${JSON.stringify(expected[key])}`,
            );
        }
      }
    } finally {
      await tab.close();
    }
    return `${((await bytesOf(out)) / 1e6).toFixed(1)} MB`;
  }
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { check, close };
}

async function bytesOf(folder) {
  const files = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
