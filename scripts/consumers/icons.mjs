/** What a user of the packed package does; prints the same by import and by require. */
export async function use(load) {
  const index = await load('@slipform/icons');
  const files = await load('@slipform/icons/files');
  return { loaded: typeof index === 'object' && typeof files === 'object' };
}
