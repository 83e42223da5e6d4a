// What Apps Script refuses when the content of a project is saved, as far as it is documented or seen in public reports.
import vm from 'node:vm';
import { parseSync } from '@swc/core';

/** One file of a project, as `projects.getContent` and `projects.updateContent` write it. */
export interface ScriptFile {
  name: string;
  type: string;
  source: string;
}

/** The fields of an object of the manifest; `undefined` where nothing looks deeper. */
interface Fields {
  readonly [field: string]: Fields | undefined;
}

const MANIFEST: Fields = {
  addOns: undefined,
  chat: undefined,
  dataStudio: undefined,
  dependencies: {
    enabledAdvancedServices: { userSymbol: undefined, serviceId: undefined, version: undefined },
    libraries: { userSymbol: undefined, libraryId: undefined, version: undefined, developmentMode: undefined },
  },
  exceptionLogging: undefined,
  executionApi: { access: undefined },
  oauthScopes: undefined,
  runtimeVersion: undefined,
  sheets: undefined,
  timeZone: undefined,
  urlFetchWhitelist: undefined,
  webapp: { access: undefined, executeAs: undefined },
};

const CHOICES: Record<string, readonly string[]> = {
  exceptionLogging: ['NONE', 'STACKDRIVER'],
  runtimeVersion: ['STABLE', 'V8', 'DEPRECATED_ES5'],
};

const INVALID = 'Request contains an invalid argument.';

/** Dotted paths of the fields the reference does not know. */
function unknownFields(value: unknown, known: Fields, path: readonly string[] = []): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => unknownFields(entry, known, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => {
    const here = [...path, field];
    if (!Object.hasOwn(known, field)) return [here.join('.')];
    const deeper = known[field];
    return deeper === undefined ? [] : unknownFields(inner, deeper, here);
  });
}

function manifestFault(source: string): string | undefined {
  let manifest: unknown;
  try {
    manifest = JSON.parse(source);
  } catch {
    return '"appsscript.json" has errors: Invalid manifest: not a JSON object.';
  }
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) return INVALID;
  const unknown = unknownFields(manifest, MANIFEST);
  if (unknown.length > 0)
    return `"appsscript.json" has errors: Invalid manifest: unknown fields: [${unknown.join(', ')}]`;
  const wrong = Object.entries(manifest).some(([field, value]) => CHOICES[field]?.includes(value) === false);
  return wrong ? INVALID : undefined;
}

/** Byte offset of the first node of a syntax tree that says something newer than Apps Script's parser takes. */
function tooNew(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if (Array.isArray(node)) {
    for (const entry of node) {
      const found = tooNew(entry);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if ('type' in node && 'span' in node) {
    const staticField = node.type === 'ClassProperty' && 'isStatic' in node && node.isStatic === true;
    const newer = ['PrivateName', 'PrivateProperty', 'PrivateMethod', 'StaticBlock'];
    if (staticField || (typeof node.type === 'string' && newer.includes(node.type))) return startOf(node.span);
  }
  return tooNew(Object.values(node));
}

function startOf(span: unknown): number {
  return typeof span === 'object' && span !== null && 'start' in span && typeof span.start === 'number'
    ? span.start
    : Number.NaN;
}

const lineAt = (source: string, offset: number) =>
  Buffer.from(source).subarray(0, offset).toString().split('\n').length;

/**
 * Why a server file is not a script Apps Script can read, and in which line: no classic script (so no modules and no
 * await at top level), or private names, static fields and static blocks of classes, which it is reported to refuse.
 */
function syntaxFault(source: string): { told: string; line: number } | undefined {
  try {
    new vm.Script(source, { filename: 'script' });
  } catch (error) {
    // the error is of this realm's class only outside jest, so it is asked for what it holds
    const { message, stack } = Object(error);
    return { told: `SyntaxError: ${message}`, line: Number(/^script:(\d+)/.exec(stack)?.[1] ?? 1) };
  }
  // positions count from a base swc does not tell: an empty statement set before shows it
  const [before, ...body] = parseSync(`;${source}`, { syntax: 'ecmascript', target: 'es2022', isModule: false }).body;
  const found = tooNew(body);
  if (found === undefined) return undefined;
  return { told: 'ParseError: Unexpected token', line: lineAt(source, found - startOf(before?.span) - 1) };
}

/**
 * Why Google would refuse to save these files; undefined where it would not. The sentences on a missing manifest, on
 * unknown fields, on invalid arguments and on syntax are those of public reports; the others are ours.
 */
export function refusalOf(files: readonly ScriptFile[]): string | undefined {
  const manifests = files.filter(({ type }) => type === 'JSON');
  if (!manifests.some(({ name }) => name === 'appsscript')) {
    return 'Project contents must include a manifest file named appsscript.';
  }
  if (manifests.length > 1 || files.some(({ type }) => !['SERVER_JS', 'HTML', 'JSON'].includes(type))) return INVALID;
  const names = files.map(({ name }) => name);
  const twice = names.find((name, at) => name === '' || names.indexOf(name) < at);
  if (twice !== undefined) return `A file with this name already exists in the current project: ${twice}`;
  for (const { name, type, source } of files) {
    if (type === 'JSON') {
      const fault = manifestFault(source);
      if (fault !== undefined) return fault;
    }
    if (type === 'SERVER_JS') {
      const fault = syntaxFault(source);
      if (fault !== undefined) return `Syntax error: ${fault.told} line: ${fault.line} file: ${name}.gs`;
    }
  }
  return undefined;
}
