const negatives = [
  { caption: 'A red car next to a green bus.', negative: 'A green car next to a red bus.' },
  { caption: 'Two dogs on a bed.', negative: 'Four dogs on a bed.' },
];

/** What a user of the packed package does; prints the same by import and by require. */
export async function use(load) {
  const { drawnNegatives, illustrate } = await load('@slipform/scenes');
  const { picture, drawn } = await illustrate(negatives[0].caption, { style: 'twemoji', size: 64 });
  const { questions, samples } = await drawnNegatives(negatives);
  return {
    drawn: drawn.map(({ text }) => text),
    pixels: picture.data.reduce((sum, value) => sum + value, 0),
    kinds: questions.map(({ kind }) => kind),
    png: samples[1].negatives[0].draw().png().length,
  };
}

/** The entry that writes files. */
export async function useInNode(load) {
  const { drawnNegatives } = await load('@slipform/scenes');
  const { webdataset } = await load('@slipform/scenes/files');
  let bytes = 0;
  for await (const piece of webdataset(await drawnNegatives(negatives))) bytes += piece.length;
  return { bytes };
}
