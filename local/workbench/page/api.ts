/** The page's only way to the server: typed, with the token, and never throwing. */
import type { Answer, Api } from '../protocol';

export type Path = keyof Api;
/** `lost`: no answer came, so the request may be sent again. */
export type Reply<T> = Answer<T> | { ok: false; code: 'lost'; message: string };

/** Beyond this a long command is taken for lost; Apps Script's own limit is six minutes. */
const LONGEST_MS = 390_000;

const token = (): string => document.querySelector<HTMLMetaElement>('meta[name="workbench-token"]')?.content ?? '';

const PAGE = 'workbench-page';

/** This page's name for itself, which a reload keeps and another tab does not have. */
function pageName(): string {
  const name = sessionStorage.getItem(PAGE) ?? crypto.randomUUID();
  sessionStorage.setItem(PAGE, name);
  return name;
}

export async function call<P extends Path>(path: P, request: Api[P][0]): Promise<Reply<Api[P][1]>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-workbench-token': token(),
        'x-workbench-page': pageName(),
      },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(LONGEST_MS),
    });
    const answer: unknown = await response.json();
    if (isAnswer<Api[P][1]>(answer)) return answer;
    return { ok: false, code: 'wrong-answer', message: `工作台的应答无法识别（${response.status}）。` };
  } catch (thrown) {
    return { ok: false, code: 'lost', message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** The server is of the same build; what is checked is that it was the server that answered. */
function isAnswer<T>(value: unknown): value is Answer<T> {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}

/** Bytes of a generated file or of the workbook as .xlsx; undefined when they did not come. */
export async function bytes(path: string): Promise<Blob | undefined> {
  try {
    const response = await fetch(path, { headers: { 'x-workbench-token': token() } });
    return response.ok ? await response.blob() : undefined;
  } catch {
    return undefined;
  }
}

export function saveAs(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** Whether the server did not take the request, so that it may be sent again. */
export function isLost(reply: Reply<unknown>): boolean {
  return !reply.ok && (reply.code === 'lost' || reply.code === 'stopping');
}
