import { InputError, refuse } from '../errors/input-error';
import { nodeModule } from './node-modules';

/** A file of a command and what it is there: `{ file: 'i.ids.txt', name: 'the ids beside -o' }`. */
export interface NamedFile {
  /** Its path; "-" is standard input or output. */
  readonly file: string;
  readonly name: string;
}

export interface CommandFiles {
  readonly inputs: readonly NamedFile[];
  /** Outputs and side outputs, those too that will be made by the way. */
  readonly outputs: readonly NamedFile[];
}

/**
 * The one rule of all commands: no output and no side output takes the place of an input, a side input or
 * another output, whatever the flags and by whatever path (links included).
 *
 * @throws {InputError} one sentence that names both
 */
export function refuseOverwrites({ inputs, outputs }: CommandFiles): void {
  const seen = new Map<string, { readonly role: NamedFile; readonly isInput: boolean }>();
  for (const role of inputs) {
    const place = placeOf(role.file, 0);
    if (place !== undefined && !seen.has(place)) seen.set(place, { role, isInput: true });
  }
  for (const role of outputs) {
    if (role.file === '') refuse(undefined, role.name, 'must name a file', 'an empty name');
    const place = placeOf(role.file, 1);
    if (place === undefined) continue;
    const other = seen.get(place);
    if (other !== undefined) {
      const file = role.file === '-' ? other.role.file : role.file;
      const input = file === '-' ? other.role.name : `${file}, which is ${other.role.name}`;
      throw new InputError(
        other.isInput
          ? `${role.name} would overwrite ${input}; name another file.`
          : `${role.name} and ${other.role.name} would be the same file, ${file}; name another one.`,
      );
    }
    seen.set(place, { role, isInput: false });
  }
}

/** What is the same for all paths to one file; undefined for devices and pipes, which hold nothing. */
function placeOf(file: string, descriptor: number): string | undefined {
  const fs = nodeModule.fs();
  const path = nodeModule.path();
  try {
    const stat =
      file === '-' ? fs.fstatSync(descriptor, { bigint: true }) : fs.statSync(file, { bigint: true });
    return stat.isFile() || stat.isDirectory() ? `${stat.dev}:${stat.ino}` : undefined;
  } catch {
    if (file === '-') return undefined; // closed
    const full = path.resolve(file);
    let folder = path.dirname(full);
    try {
      // `none/../file` is nowhere until somebody makes the folder `none`.
      const there = fs.statSync(full, { bigint: true, throwIfNoEntry: false });
      if (there !== undefined) return `${there.dev}:${there.ino}`;
      folder = fs.realpathSync(folder);
    } catch {
      // Not there either: the path itself tells.
    }
    return path.join(folder, path.basename(full));
  }
}
