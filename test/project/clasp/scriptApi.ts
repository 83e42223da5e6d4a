// A stand-in for the part of the Apps Script API that clasp pushes and pulls with.
import { refusalOf, type ScriptFile } from './acceptance';

export interface Answer {
  status: number;
  body: unknown;
}

/** Google's form of an error: google.rpc.Status in JSON. */
function fault(code: number, status: string, message: string): Answer {
  return { status: code, body: { error: { code, message, status } } };
}

const isFile = (value: unknown): value is ScriptFile =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'type' in value &&
  typeof value.type === 'string' &&
  'source' in value &&
  typeof value.source === 'string';

function filesOf(body: string): ScriptFile[] | undefined {
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof content !== 'object' || content === null || !('files' in content)) return undefined;
  return Array.isArray(content.files) && content.files.every(isFile) ? content.files : undefined;
}

/** Projects by script id, who may touch them, and what was asked. */
export class ScriptApi {
  readonly projects = new Map<string, readonly ScriptFile[]>();
  /** Method and path of every request. */
  readonly asked: string[] = [];
  /** Whether the account has the Apps Script API switched on in its settings. */
  enabled = true;

  constructor(private readonly token: string) {}

  /** Answers one request; `path` without the host, `authorization` the header as sent. */
  answer(method: string, path: string, authorization: string | undefined, body: string): Answer {
    this.asked.push(`${method} ${path}`);
    if (authorization !== `Bearer ${this.token}`) {
      return fault(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.');
    }
    if (!this.enabled) {
      return fault(
        403,
        'PERMISSION_DENIED',
        'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry.',
      );
    }
    const id = /^\/v1\/projects\/([^/?]+)\/content(?:\?|$)/.exec(path)?.[1];
    const files = id === undefined ? undefined : this.projects.get(id);
    if (id === undefined || files === undefined) return fault(404, 'NOT_FOUND', 'Requested entity was not found.');
    if (method === 'GET') return { status: 200, body: { scriptId: id, files } };
    if (method !== 'PUT') return fault(404, 'NOT_FOUND', `${method} is not of this method's contract.`);
    const sent = filesOf(body);
    const refused = sent === undefined ? 'Invalid JSON payload received.' : refusalOf(sent);
    if (sent === undefined || refused !== undefined) return fault(400, 'INVALID_ARGUMENT', refused ?? '');
    // "This clears all the existing files in the project."
    this.projects.set(id, sent);
    return { status: 200, body: { scriptId: id, files: sent } };
  }
}
