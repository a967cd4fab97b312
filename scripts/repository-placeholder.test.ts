import { expect, it } from 'vitest';
import { repositoryProblem } from './repository-placeholder.mjs';

const at = (url: string) => ({ name: '@slipform/x', repository: { type: 'git', url } });

it('refuses the placeholder and a missing address, in one sentence, and takes a real one', () => {
  expect(repositoryProblem([at('git+https://github.com/OWNER/slipform.git')])).toMatch(
    /^repository is still the placeholder git\+https:\/\/github\.com\/OWNER\/slipform\.git in the package\.json of @slipform\/x; put/,
  );
  expect(repositoryProblem([{ name: '@slipform/x' }])).toMatch(/^@slipform\/x has no repository/);
  expect(repositoryProblem([at('git+https://github.com/somebody/slipform.git')])).toBeUndefined();
  expect(
    repositoryProblem([{ name: '@slipform/x', repository: 'github:somebody/slipform' }]),
  ).toBeUndefined();
});
