import { useState } from 'preact/hooks';
import { Button } from '../../../parts/button';
import { Select } from '../../../parts/select';
import { type Filters, looks } from '../index/filters';
import { catalog } from '../use-search';

export interface FilterRowProps {
  readonly filters: Filters;
  readonly onChange: (changes: Partial<Record<keyof Filters, string>>) => void;
}

const distinct = (values: readonly string[]) =>
  [...new Set(values)].sort((a, b) => a.localeCompare(b, 'en')).map((value) => ({ value, text: value }));
const setOptions = [...catalog.sets]
  .sort((a, b) => a.title.localeCompare(b.title, 'en'))
  .map(({ set, title, count }) => ({ value: set, text: `${title} (${count.toLocaleString('en')})` }));
const artistOptions = distinct(catalog.sets.map(({ artist }) => artist));
const licenceOptions = distinct(catalog.sets.map(({ licence }) => licence));
const lookOptions = looks.map(({ look, text }) => ({ value: look, text }));

/** What is searched. */
export function FilterRow({ filters, onChange }: FilterRowProps) {
  // On a narrow screen they are folded, so that the icons come first.
  const [isOpen, setOpen] = useState(false);
  const one = (label: string, name: keyof Filters, options: typeof setOptions, any: string) => (
    <Select
      label={label}
      value={filters[name]}
      options={[{ value: '', text: any }, ...options]}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const active = Object.values(filters).filter((value) => value !== '').length;
  return (
    <>
      <div class="filters-switch">
        <Button pressed={isOpen} onClick={() => setOpen(!isOpen)}>
          Filters{active > 0 ? ` (${active})` : ''}
        </Button>
      </div>
      <div class={`filters ${isOpen ? 'filters-open' : ''}`}>
        {one('Set', 'set', setOptions, `All ${catalog.sets.length} sets`)}
        {one('Artist', 'artist', artistOptions, 'Any artist')}
        {one('Licence', 'licence', licenceOptions, 'Any licence')}
        {one('Style', 'look', lookOptions, 'Any style')}
      </div>
    </>
  );
}
