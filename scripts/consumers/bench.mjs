/** What a user of the packed package does: judges a small model on rows of SugarCrepe; prints the same by import and by require. */
export async function use(load) {
  const { evaluate, evaluateBlind, registerBenchmark, loadBenchmark, sugarCrepe } =
    await load('@slipform/bench');
  const { linearProbe } = await load('@slipform/bench/probes');
  const row = (caption, negative_caption) => ({ filename: 'dog.jpg', caption, negative_caption });
  const rows = {
    replace_att: { 0: row('a red dog', 'a blue dog'), 1: row('a red dog runs', 'a green dog runs') },
    swap_att: { 0: row('a red dog and a blue cat', 'a blue dog and a red cat') },
  };
  // It knows that the picture is red, and of a text which colours are in it.
  const colours = ['red', 'green', 'blue'];
  const encoder = {
    embedImages: async (images) => images.map(() => [1, 0, 0]),
    embedTexts: async (texts) =>
      texts.map((text) => colours.map((colour) => (text.includes(colour) ? 1 : 0))),
  };
  const benchmark = sugarCrepe(rows, { images: (name) => name });
  const result = await evaluate(encoder, benchmark, { name: 'red' });
  registerBenchmark('mine', () => benchmark);
  const again = await evaluate(encoder, await loadBenchmark('mine', '', {}));
  const blind = await evaluateBlind(benchmark, { captions: ['a red dog runs'] });
  const features = [[0], [0.1], [1], [1.1]];
  const labelled = { features, labels: ['a', 'a', 'b', 'b'] };
  const { accuracy } = await linearProbe({ train: labelled, test: labelled, C: 1 });
  const values = ({ kinds }) =>
    Object.fromEntries(Object.entries(kinds).map(([kind, { value }]) => [kind, value]));
  const expected = JSON.stringify({ replace_att: 1, swap_att: 0 });
  for (const judged of [result, again]) {
    const got = JSON.stringify(values(judged));
    if (got !== expected) throw new Error(`the accuracy must be ${expected}, got ${got}`);
  }
  return {
    accuracy: values(result),
    blind: values(blind),
    probe: accuracy.value,
  };
}

/** The entry that reads files, and a report, which a page can make and a worker can't. */
export async function useInNode(load) {
  const { evaluate, sugarCrepe } = await load('@slipform/bench');
  const { renderReport } = await load('@slipform/bench/report');
  const { precomputedEncoder } = await load('@slipform/bench/files');
  const encoder = { embedImages: async () => [[1]], embedTexts: async (texts) => texts.map(() => [1]) };
  const rows = { replace_att: { 0: { filename: 'dog.jpg', caption: 'a dog', negative_caption: 'a cat' } } };
  const result = await evaluate(encoder, sugarCrepe(rows, { images: (name) => name }));
  return { precomputed: typeof precomputedEncoder, report: renderReport([result]).includes('SugarCrepe') };
}
