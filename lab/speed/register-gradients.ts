/**
 * Registers tfjs's own gradients, and the chained methods that some of them call, as `@tensorflow/tfjs` does. Node can't import the module that does it (its imports
 * name folders), so it is bundled first; the registry lies on a global that all copies of tfjs-core share.
 */
export async function registerGradients(): Promise<void> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: {
      contents: ['register_all_gradients.js', 'public/chained_ops/register_all_chained_ops.js']
        .map((file) => `import '@tensorflow/tfjs-core/dist/${file}';`)
        .join('\n'),
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  });
  await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`);
}
