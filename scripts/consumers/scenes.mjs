/** What a user of the packed package does; prints the same by import and by require. */
export async function use(load) {
  const { captionOf, drawScene, isTrueOf, scenes } = await load('@slipform/scenes');
  const benchmark = scenes({ count: 3, seed: 1, format: 'raw' });
  const [item] = benchmark.questions;
  const [scene] = benchmark.scenes;
  return {
    caption: captionOf(scene),
    negative: item.negative,
    isTrue: [isTrueOf(scene, item.caption), isTrueOf(scene, item.negative)],
    pixels: drawScene(scene).data.reduce((sum, value) => sum + value, 0),
  };
}

/** The entry that writes files. */
export async function useInNode(load) {
  const { scenes } = await load('@slipform/scenes');
  const { webdataset } = await load('@slipform/scenes/files');
  let bytes = 0;
  for await (const piece of webdataset(scenes({ count: 3, seed: 1, format: 'raw' }))) bytes += piece.length;
  return { bytes };
}
