/** What a user of the packed package does; prints the same by import and by require. */
export async function use(load) {
  const { evaluate, blindScorer } = await load('@slipform/bench');
  const question = {
    id: '0',
    kind: 'swap',
    group: '0',
    image: 'dog.jpg',
    caption: 'a red dog',
    negative: 'a dog red',
  };
  const benchmark = { name: 'one', items: [question], chance: 0.5 };
  const { mean } = await evaluate(blindScorer(['a red dog', 'a red cat']), benchmark, { name: 'text only' });
  return { mean: mean.value };
}
