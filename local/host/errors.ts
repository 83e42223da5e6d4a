/** What the host throws: faults a script would see from Google, and refusals of what the host does not emulate. */

/** An error that crosses into the script under the given name, as `String(e)` shows it there. */
export class ScriptFault extends Error {
  readonly details: object | undefined;
  constructor(name: string, message: string, details?: object) {
    super(message);
    this.name = name;
    this.details = details;
  }
}

/** A REST refusal, before `Invalid requests[i].kind: ` and the method's name are put in front. */
export class ApiFault extends Error {
  constructor(
    message: string,
    readonly code = 400,
  ) {
    super(message);
  }
}

/** An error of a script service other than an advanced one ("Exception: …"). */
export function serviceFault(message: string): ScriptFault {
  return new ScriptFault('Exception', message);
}

/** The refusal of everything the host does not emulate; `path` names it, e.g. `Sheets.Spreadsheets.create`. */
export function notImplemented(path: string): ScriptFault {
  return new ScriptFault('Error', `${path} is not implemented by the local host`);
}

/** Google's answer to a call that fits no published signature. */
export function signatureFault(path: string, args: readonly unknown[]): ScriptFault {
  const types = args.map((arg) => (Array.isArray(arg) ? 'number[]' : arg === null ? 'null' : typeof arg));
  return serviceFault(
    `The parameters (${types.map((t) => (t === 'string' ? 'String' : t)).join(',')}) don't match the method signature for ${path}.`,
  );
}
