import { copyFile } from 'node:fs/promises';
import { defineConfig, type Options } from 'tsup';

/** The word graph is 3 MB: both formats load the one copy that lies beside them, so that it ships once. */
const sharedGraph: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'shared-graph',
  setup(build) {
    build.onResolve({ filter: /generated\/wordnet$/ }, () => ({ path: './wordnet.cjs', external: true }));
  },
};

const shared: Options = { target: 'es2022', esbuildPlugins: [sharedGraph], external: ['./wordnet.cjs'] };

export default defineConfig([
  {
    ...shared,
    entry: ['src/index.ts', 'src/cli.ts'],
    format: 'esm',
    dts: { entry: 'src/index.ts' },
    clean: ['dist/*'],
    onSuccess: () => copyFile('generated/wordnet.cjs', 'dist/wordnet.cjs'),
  },
  { ...shared, entry: ['src/index.ts'], format: 'cjs', dts: { entry: 'src/index.ts' } },
]);
