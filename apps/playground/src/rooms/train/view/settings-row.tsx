import { Field } from '../../../parts/field';
import { Select } from '../../../parts/select';
import type { Settings } from '../run/settings';
import { backendOrder, type WantedBackend } from '../worker/messages';

export interface SettingsRowProps {
  readonly settings: Settings;
  readonly backend: WantedBackend;
  /** While there is a run, its settings stay. */
  readonly isFixed: boolean;
  readonly onChange: (changes: Readonly<Record<string, string>>) => void;
}

const steps = [50, 100, 150, 300];
const batches = [16, 32, 64, 128];
const margins = [0, 2, 4, 6, 8];
const backends: Readonly<Record<WantedBackend, string>> = {
  auto: 'the best there is',
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'wasm',
};

/** What a run follows from. */
export function SettingsRow({ settings, backend, isFixed, onChange }: SettingsRowProps) {
  return (
    <fieldset class="settings" disabled={isFixed}>
      <legend class="unseen">Settings of the run</legend>
      <Numbers label="Steps" name="steps" list={steps} value={settings.steps} onChange={onChange} />
      <Numbers
        label="Pictures a step"
        name="batch"
        list={batches}
        value={settings.batch}
        onChange={onChange}
      />
      <Numbers
        label="Margin of Slipform"
        name="margin"
        list={margins}
        value={settings.margin}
        onChange={onChange}
      />
      <Field
        label="Seed"
        value={String(settings.seed)}
        maxLength={6}
        onInput={(seed) => onChange({ seed: seed.trim() })}
      />
      <Select
        label="Computes on"
        value={backend}
        options={(['auto', ...backendOrder] as const).map((value) => ({ value, text: backends[value] }))}
        onChange={(value) => onChange({ backend: value === 'auto' ? '' : value })}
      />
    </fieldset>
  );
}

interface NumbersProps {
  readonly label: string;
  readonly name: keyof Settings;
  readonly list: readonly number[];
  readonly value: number;
  readonly onChange: SettingsRowProps['onChange'];
}

/** One of some numbers, and the address's own. */
function Numbers({ label, name, list, value, onChange }: NumbersProps) {
  const all = [...new Set([...list, value])].sort((a, b) => a - b);
  return (
    <Select
      label={label}
      value={String(value)}
      options={all.map((each) => ({ value: String(each), text: each.toLocaleString('en') }))}
      onChange={(next) => onChange({ [name]: next })}
    />
  );
}
