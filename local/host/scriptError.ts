/** What comes out of an execution that does not end well. */

/** An error of the script, or of a service it called, with the name and message the script saw. */
export class ScriptError extends Error {
  readonly details: unknown;
  readonly scriptStack: string;
  constructor(name: string, message: string, details: unknown, scriptStack: string) {
    super(message);
    this.name = name;
    this.details = details;
    this.scriptStack = scriptStack;
  }
}

/** The execution was stopped by `Host.stopAt` or took too long, as when the platform kills it: nothing the script did afterwards counts. */
export class ExecutionStopped extends Error {
  override readonly name = 'ExecutionStopped';
}

/** Runs script code; what it throws comes out as a ScriptError. */
export function shown<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ScriptError || error instanceof ExecutionStopped) throw error;
    if (typeof error !== 'object' || error === null) throw new ScriptError('Error', String(error), undefined, '');
    const read = (key: string): unknown => Reflect.get(error, key);
    throw new ScriptError(String(read('name')), String(read('message')), read('details'), String(read('stack')));
  }
}
