/** Enumerations of Apps Script: one object a member, the same one every time, so that `===` works. */
import { Face } from '../runtime/face';

export class EnumMember extends Face {
  constructor(
    readonly path: string,
    readonly place: number,
  ) {
    super();
  }
  name(): string {
    return this.path;
  }
  ordinal(): number {
    return this.place;
  }
  override toString(): string {
    return this.path;
  }
}

export class Enumeration extends Face {
  readonly members: ReadonlyMap<string, EnumMember>;
  constructor(
    readonly path: string,
    names: readonly string[],
  ) {
    super();
    this.members = new Map(names.map((name, i) => [name, new EnumMember(name, i)]));
  }
  override constants(): Record<string, unknown> {
    return Object.fromEntries(this.members);
  }
}

/** A member the host itself names. @throws RangeError when there is none of that name */
export function memberOf(enumeration: Enumeration, name: string): EnumMember {
  const found = enumeration.members.get(name);
  if (!found) throw new RangeError(`${enumeration.path}.${name}`);
  return found;
}
