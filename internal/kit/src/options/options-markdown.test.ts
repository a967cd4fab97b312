import { expect, it } from 'vitest';
import { readmeTable } from '../testing/readme-table';
import { choice, defineOptions, described, integer, optional } from './options';
import { optionsMarkdown } from './options-markdown';

const table = defineOptions('mine', {
  rows: described('how many | at most', integer({ min: 1 })),
  policy: described('which word', optional(choice(['max', 'min']), 'max')),
  seed: described('of the draw', optional(integer())),
});

const readme = `# Mine

| other | table |
| ----- | ----- |

## Options

They are these.

| option   | must be                 | default  |                    |
| -------- | ----------------------- | -------- | ------------------ |
| \`rows\`   | an integer of at least 1 | required | how many \\| at most |
| \`policy\` | one of max, min          | \`max\`    | which word         |
| \`seed\`   | an integer               |          | of the draw        |

After it.
`;

it('is the table that stands in a README', () => {
  expect(optionsMarkdown(table).replace(/ +/g, ' ')).toBe(readmeTable(readme, 'Options'));
});

it('is missed where the README has no such heading, or no table under it', () => {
  expect(() => readmeTable(readme, 'Option')).toThrow('heading "Option"');
  expect(() => readmeTable('## Options\n\n## Next\n\n| a |\n', 'Options')).toThrow('table under "Options"');
});
