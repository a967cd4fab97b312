import { type NamedFile, refuseOverwrites } from '@slipform/kit/files/output-guard';

/** The files that a command reads; "-" is standard input. */
export interface Inputs {
  readonly norms?: string | undefined;
  readonly input?: string | undefined;
}

/** @throws {InputError} if standard output is a file that the command reads, as in `rate --norms n.csv >> n.csv` */
export function refusePrintingInto({ norms, input }: Inputs): void {
  const inputs: NamedFile[] = [];
  if (norms !== undefined) inputs.push({ file: norms, name: 'the file of --norms' });
  if (input !== undefined) inputs.push({ file: input, name: input === '-' ? 'standard input' : 'the input' });
  refuseOverwrites({ inputs, outputs: [{ file: '-', name: 'standard output' }] });
}
