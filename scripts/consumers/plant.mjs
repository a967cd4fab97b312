/** What a user of the packed package does; prints the same by import and by require. */
export async function use(load) {
  const { createPlant, InputError } = await load('@slipform/plant');
  const plant = createPlant({ seed: 7 });
  const [first] = plant.mine({ caption: 'A red dog and a blue cat.', id: '1' });
  let streamed = 0;
  for await (const negative of plant.mineAll(['A dog on a sofa.', 'Two cats in a box.'])) {
    streamed += negative.negative === negative.caption ? 0 : 1;
  }
  const wrong = [() => createPlant({ policy: 'x' }), () => plant.mine(5), () => plant.mineBlock(5)];
  const isOwnError = wrong.every((call) => {
    try {
      call();
      return false;
    } catch (error) {
      return error instanceof InputError;
    }
  });
  if (!isOwnError) throw new Error('a mistake does not throw the InputError that the package exports');
  return { id: first.id, slot: first.slot, negative: first.negative, streamed };
}
