import { InputError } from '@slipform/kit/errors/input-error';
import { isJsonObject, type JsonObject } from '@slipform/kit/formats/parse-json';
import { shownJson } from '../files/model-json';

/** Reads the fields of a config file, or of an object in it, and names them in errors. */
export class ConfigFields {
  constructor(
    private readonly json: JsonObject,
    private readonly file: string,
    private readonly path = '',
  ) {}

  has(name: string): boolean {
    return this.value(name) !== undefined;
  }

  /** The number of a field, or `fallback` where it is not there or null. */
  number(name: string, fallback: number): number {
    const value = this.value(name) ?? fallback;
    if (typeof value !== 'number') throw this.error(name, 'be a number');
    return value;
  }

  boolean(name: string, fallback: boolean): boolean {
    const value = this.value(name) ?? fallback;
    if (typeof value !== 'boolean') throw this.error(name, 'be true or false');
    return value;
  }

  string(name: string, fallback: string): string {
    const value = this.value(name) ?? fallback;
    if (typeof value !== 'string') throw this.error(name, 'be a name');
    return value;
  }

  /** The object of a field, empty where it is not there. */
  section(name: string): ConfigFields {
    const value = this.value(name) ?? {};
    if (!isJsonObject(value)) throw this.error(name, 'be an object');
    return new ConfigFields(value, this.file, `${this.path}${name}.`);
  }

  /** What is there, whatever it is; undefined also for null. */
  value(name: string): unknown {
    return (Object.hasOwn(this.json, name) ? this.json[name] : undefined) ?? undefined;
  }

  names(): string[] {
    return Object.keys(this.json);
  }

  error(name: string, rule: string): InputError {
    return new InputError(
      `${this.file}: ${this.path}${name} must ${rule}, got ${shownJson(this.value(name))}.`,
    );
  }
}
