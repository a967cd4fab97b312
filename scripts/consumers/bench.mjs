/** What a user of the packed package does; prints the same by import and by require. */
export async function use(load) {
  const { evaluate, scenes } = await load('@slipform/bench');
  return { functions: [typeof evaluate, typeof scenes] };
}
