/** The calls of the page (protocol.ts): each held against its shape, then done on the desk, then saved. */

import { EXAMPLE_DAY, fillExample, type Material } from '../../commands/example';
import { type Fault, ok, type Result } from '../../files/result';
import { readXlsx } from '../../files/xlsx';
import type { Answer, Api, Patch, UiView } from '../protocol';
import type { Desk } from './desk';
import { changeRows, edit, select, sortSheet } from './edits';
import { anything, fields, flag, index, list, maybe, maybeNull, oneOf, plainValue, type Shape, text } from './shapes';
import { shownAnswer, viewsAnswer } from './shown';
import { trouble, troubleOf } from './trouble';
import { WORDING } from './wording';

type PathOf = keyof Api;
type Given<P extends PathOf> = Api[P][0];
type Gives<P extends PathOf> = Answer<Api[P][1]>;
/** What the page has, and how it wants to hear of changes. */
type Follow = { revision?: number | undefined; byRow?: boolean | undefined };

const follow = { revision: maybe(index), byRow: maybe(flag) };
const place = { sheet: text, row: index, column: index };

const SHAPES = {
  '/api/state': fields({}),
  '/api/edit': fields({
    ...place,
    revision: index,
    byRow: follow.byRow,
    texts: list(list(text)),
    pasted: flag,
    before: list(list(plainValue)),
  }),
  '/api/rows': fields({ sheet: text, action: oneOf('insert', 'delete'), from: index, to: index, ...follow }),
  '/api/sort': fields({ sheet: text, column: index, ascending: flag, ...follow }),
  '/api/select': fields(place),
  '/api/menu': fields({ functionName: text, ...follow }),
  '/api/run': fields({ functionName: text, args: list(anything), ...follow }),
  '/api/user': fields({ mail: text }),
  '/api/new': fields({ example: flag }),
  '/api/open': fields({ name: text, base64: text }),
  '/api/views': fields({ sheet: index }),
  '/api/shown': fields({ sheet: index, view: maybeNull(index), slicers: list(fields({ id: index, value: text })) }),
  '/api/daily': fields(follow),
  '/api/since': fields({ revision: index, byRow: follow.byRow }),
} as const satisfies Record<PathOf, Shape<unknown>>;

export function isApiPath(path: string): path is PathOf {
  return Object.hasOwn(SHAPES, path);
}

/** Bytes a request may have: a file is larger than an edit. */
export function bytesAtMost(path: PathOf): number {
  return (path === '/api/open' ? 30 : 8) * 1024 * 1024;
}

export interface Workplace {
  desk: Desk;
  /** The example, for a new ledger that begins with it. */
  material: Material | undefined;
}

/** Answers one request; never throws for what was sent. */
export async function answer(path: PathOf, body: unknown, workplace: Workplace): Promise<Answer<unknown>> {
  switch (path) {
    case '/api/state':
      return read(path, body, () => done(workplace.desk.state()));
    case '/api/edit':
      return read(path, body, (given) => editAnswer(workplace.desk, given));
    case '/api/rows':
      return read(path, body, (given) => changed(workplace.desk, given, () => changeRows(workplace.desk, given)));
    case '/api/sort':
      return read(path, body, (given) => changed(workplace.desk, given, () => sortSheet(workplace.desk, given)));
    case '/api/select':
      return read(path, body, (given) => {
        const selected = select(workplace.desk, given);
        return selected.ok ? done({}) : selected;
      });
    case '/api/menu':
      return read(path, body, (given) => menuAnswer(workplace.desk, given));
    case '/api/run':
      return read(path, body, (given) => runAnswer(workplace.desk, given));
    case '/api/user':
      return read(path, body, ({ mail }) =>
        workplace.desk.setUser(mail) ? done(workplace.desk.state()) : trouble('no-person', WORDING.noPerson(mail)),
      );
    case '/api/new':
      return read(path, body, (given) => newAnswer(workplace, given));
    case '/api/open':
      return openAnswer(workplace.desk, body);
    case '/api/views':
      return read(path, body, ({ sheet }) => viewsAnswer(workplace.desk, sheet));
    case '/api/shown':
      return read(path, body, (given) => shownAnswer(workplace.desk, given));
    case '/api/daily':
      return read(path, body, (given) => dailyAnswer(workplace.desk, given));
    case '/api/since':
      return read(path, body, (given) => done(workplace.desk.patch(given.revision, given.byRow)));
  }
}

const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

function read<P extends PathOf>(path: P, body: unknown, work: (given: Given<P>) => Gives<P>): Gives<P> {
  // the entry of P has P's own type; the compiler does not follow that through the union
  const shape = SHAPES[path] as unknown as Shape<Given<P>>;
  const given = shape(body, '');
  return 'wrong' in given ? trouble('misshapen', WORDING.misshapen(given.wrong || 'JSON')) : work(given.value);
}

const refusal = (faults: readonly Fault[]): Answer<never> =>
  trouble(faults[0]?.code ?? 'refused', faults.map(({ message }) => message).join('\n'));

/** A change of the grid, saved; the patch tells what it did. */
function changed(desk: Desk, { revision, byRow }: Follow, work: () => { ok: true } | Answer<never>): Answer<Patch> {
  const since = revision ?? desk.revision;
  const outcome = work();
  if (!outcome.ok) return outcome;
  const committed = desk.commit();
  return committed.ok ? done(desk.patch(since, byRow)) : committed;
}

function withUi(answered: Answer<Patch>, more: UiView[]): Answer<Patch> {
  return answered.ok ? done({ ...answered.value, ui: [...answered.value.ui, ...more] }) : answered;
}

function editAnswer(desk: Desk, given: Given<'/api/edit'>): Answer<Patch> {
  const remarks: UiView[] = [];
  const answered = changed(desk, given, () =>
    edit(desk, given, (message) => remarks.push({ kind: 'toast', title: '', message })),
  );
  return withUi(answered, remarks);
}

/** Each task that ran is named, the program's own messages besides. */
function dailyAnswer(desk: Desk, given: Given<'/api/daily'>): Answer<Patch> {
  const lines: string[] = [];
  const answered = changed(desk, given, () => {
    for (const { task, as, failure } of desk.runTimeTriggers())
      lines.push(failure === undefined ? WORDING.ran(task, as) : WORDING.ranBadly(task, as, failure));
    return { ok: true };
  });
  const message = lines.length > 0 ? lines.join('\n') : WORDING.noDaily;
  return withUi(answered, [{ kind: 'alert', title: WORDING.dailyTitle, message }]);
}

/** A command that failed may have done part of its work: what it did is saved and shown, and the failure said. */
function menuAnswer(desk: Desk, { functionName, ...follow }: Given<'/api/menu'>): Answer<Patch> {
  if (!desk.host.functions().includes(functionName) || functionName.endsWith('_')) {
    return trouble('no-function', WORDING.noFunction(functionName));
  }
  const failures: UiView[] = [];
  const answered = changed(desk, follow, () => {
    try {
      desk.run(functionName, [], 'menu');
    } catch (thrown) {
      const { message } = troubleOf(thrown, desk.person, WORDING.scriptFailed);
      failures.push({ kind: 'alert', title: WORDING.failedTitle, message });
    }
    return { ok: true };
  });
  return withUi(answered, failures);
}

function runAnswer(desk: Desk, { functionName, args, revision, byRow }: Given<'/api/run'>): Gives<'/api/run'> {
  const since = revision ?? desk.revision;
  let result: unknown;
  let failure: Answer<never> | undefined;
  if (!desk.host.functions().includes(functionName) || functionName.endsWith('_')) {
    return trouble('no-function', WORDING.noFunction(functionName));
  }
  try {
    result = desk.run(functionName, args, 'client') ?? null;
  } catch (thrown) {
    failure = troubleOf(thrown, desk.person, WORDING.scriptFailed);
  }
  const committed = desk.commit();
  if (!committed.ok) return committed;
  return failure ?? done({ result, patch: desk.patch(since, byRow) });
}

function newAnswer({ desk, material }: Workplace, { example }: Given<'/api/new'>): Gives<'/api/new'> {
  const made =
    example && material
      ? desk.replace((session) => fillExample(session, material), EXAMPLE_DAY)
      : desk.replace(() => ok(undefined));
  return made.ok ? done(desk.state()) : refusal(made.faults);
}

async function openAnswer(desk: Desk, body: unknown): Promise<Gives<'/api/open'>> {
  const given = SHAPES['/api/open'](body, '');
  if ('wrong' in given) return trouble('misshapen', WORDING.misshapen(given.wrong));
  const { name, base64 } = given.value;
  const contents = await readXlsx(new Uint8Array(Buffer.from(base64, 'base64')), name);
  if (!contents.ok) return refusal(contents.faults);
  const refused = contents.value.refused.map(({ message }) => message);
  const made = desk.replace((session): Result<unknown> => {
    const merged = session.call('mergeEdits', { tabs: contents.value.tabs, whole: true, adopt: true });
    if (merged.ok) refused.push(...merged.value.refused.map(({ message }) => message));
    return merged;
  });
  if (!made.ok) return refusal(made.faults);
  return done({ state: desk.state(), refused: [...refused, ...contents.value.notices] });
}
