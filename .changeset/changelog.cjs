// The lines of a changelog: what a changeset says, without the commit that brought it, and one line for the packages below.
module.exports = {
  getReleaseLine: async ({ summary }) =>
    summary
      .trim()
      .split('\n')
      .map((line, index) => (index === 0 ? `- ${line}` : line && `  ${line}`))
      .join('\n'),
  getDependencyReleaseLine: async (_changesets, updated) =>
    updated.length === 0
      ? ''
      : `- Uses ${updated.map(({ name, newVersion }) => `${name} ${newVersion}`).join(', ')}.`,
};
