/** One command on one ledger: open the store, run the built program in the host, save what changed. */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { lockStore } from '../files/lock';
import { isObject, messageOf, ok, type Result, refuse } from '../files/result';
import { readStore, type Spreadsheet, type Store, writeStore } from '../files/store';
import { storeText } from '../files/storeText';
import { createHost, type DriveFile, type Host, newSpreadsheet, ScriptError, type SentMail } from '../host';
import { type Answers, type Commands, shapes } from './door';
import { faultsOf } from './door/values';
import type { Program } from './project';

/** Owner of a new ledger when nobody is named; a mail address that cannot exist (RFC 2606). */
export const NOBODY = 'owner@example.invalid';

export interface SessionOptions {
  store: string;
  program: Program;
  /** `YYYY-MM-DD`: the day the program takes for today; the real one when left out. */
  today?: string | undefined;
  /** Mail of who acts; the store's owner when left out. */
  as?: string | undefined;
  /**
   * `read`: nothing will be saved, so nobody is kept waiting; `write`: the store must exist; `create`: it is made
   * when it does not; `new`: it must not exist; `fresh`: whatever stands there is replaced.
   */
  mode: 'read' | 'write' | 'create' | 'new' | 'fresh';
  /** How long to wait for another process, in milliseconds. */
  patience?: number;
}

/** Who does something, and when. */
export interface Acting {
  /** Mail of the person; the present one when left out. */
  as?: string;
  at: Date;
}

export interface Session {
  /** True when there was no store and the ledger was just set up. */
  isNew: boolean;
  /** Runs one command of the built program. */
  call<C extends keyof Commands>(command: C, argument: Commands[C]): Result<Answers[C]>;
  /** Does `work` as somebody else and at another time: a history is played by those who made it. */
  actingAs<T>(acting: Acting, work: () => T): T;
  spreadsheet(): Spreadsheet;
  /** A file the program stored in Drive. */
  driveFile(id: string): DriveFile | undefined;
  /** The mails the program sent in this session, in order. */
  mails(): readonly SentMail[];
  /** Writes the store when it differs from the file. */
  save(): Result<{ written: boolean }>;
}

/**
 * Opens the ledger, gives it to `work` and lets go of it, whatever happens. Saving is up to `work`: a command that is
 * refused leaves the file as it was.
 */
export async function withLedger<T>(
  options: SessionOptions,
  work: (session: Session) => Result<T> | Promise<Result<T>>,
): Promise<Result<T>> {
  const mayCreate = options.mode !== 'read' && options.mode !== 'write';
  if (options.mode === 'read' || (!mayCreate && !existsSync(options.store))) return open(options, work);
  const folder = mayCreate ? makeFolder(path.dirname(path.resolve(options.store))) : ok(undefined);
  if (!folder.ok) return folder;
  const lock = await lockStore(options.store, options.patience === undefined ? {} : { patience: options.patience });
  if (!lock.ok) return lock;
  try {
    return await open(options, work);
  } finally {
    lock.value.release();
  }
}

function makeFolder(folder: string): Result<undefined> {
  try {
    mkdirSync(folder, { recursive: true });
    return ok(undefined);
  } catch (thrown) {
    return refuse({
      code: 'folder-not-made',
      message: `建不了目录“${folder}”（${messageOf(thrown)}）：请换一个 --store 位置，或检查权限。`,
    });
  }
}

async function open<T>(
  options: SessionOptions,
  work: (session: Session) => Result<T> | Promise<Result<T>>,
): Promise<Result<T>> {
  const { store: file, mode } = options;
  const exists = existsSync(file);
  if (mode === 'new' && exists) {
    return refuse({
      code: 'store-exists',
      message: `“${file}”已经存在，没有改动：请换一个 --store 文件名，或先移走原有文件。`,
    });
  }
  if (mode === 'fresh' || (!exists && (mode === 'new' || mode === 'create'))) {
    const session = sessionOn(options, emptyStore(options.as ?? NOBODY), undefined);
    if (!session.ok) return session;
    const built = session.value.call('setUpLedger', {});
    return built.ok ? work(session.value) : built;
  }
  const read = readStore(file);
  if (!read.ok) return read;
  const session = sessionOn(options, read.value.store, read.value.text);
  return session.ok ? work(session.value) : session;
}

/** A file as Google makes it, before the ledger is set up. */
export function emptyStore(owner: string): Store {
  return { spreadsheet: newSpreadsheet('整改台账'), properties: {}, owner, extra: {} };
}

/** The instant of a day's working hours in China, so that a given day gives the same log. */
export function instantOf(today: string): Date {
  return new Date(`${today}T09:00:00+08:00`);
}

function sessionOn(options: SessionOptions, store: Store, text: string | undefined): Result<Session> {
  const { program, today, as } = options;
  const user = as ?? store.owner;
  let moment: Date | undefined;
  const host = createHost({
    spreadsheet: store.spreadsheet,
    owner: store.owner,
    user,
    now: () => moment ?? (today === undefined ? new Date() : instantOf(today)),
    manifest: program.manifest,
    scriptProperties: store.properties,
    ...(store.triggers ? { triggers: store.triggers } : {}),
  });
  try {
    host.load(program.code);
  } catch (thrown) {
    return refuse({
      code: 'program-not-loaded',
      message: `程序不能载入（${messageOf(thrown)}）：请运行 npm run build 重新构建。`,
    });
  }
  return ok({
    isNew: text === undefined,
    call: (command, argument) => called(host, command, argument),
    actingAs(acting, work) {
      moment = acting.at;
      host.setUser(acting.as ?? user);
      try {
        return work();
      } finally {
        moment = undefined;
        host.setUser(user);
      }
    },
    spreadsheet: () => host.spreadsheet(),
    driveFile: (id) => host.drive().find((file) => file.id === id),
    mails: () => host.mails(),
    save() {
      const now: Store = {
        ...store,
        spreadsheet: host.spreadsheet(),
        properties: host.properties(),
        triggers: host.triggers(),
      };
      if (text !== undefined && storeText(now) === text) return ok({ written: false });
      const written = writeStore(options.store, now);
      return written.ok ? ok({ written: true }) : written;
    },
  });
}

/** Calls the one remote door and checks what comes back: faults stay faults, anything else unexpected becomes one. */
export function called<C extends keyof Commands>(host: Host, command: C, argument: Commands[C]): Result<Answers[C]> {
  let answer: unknown;
  try {
    answer = host.call('remote', [command, argument], 'client');
  } catch (thrown) {
    const name = thrown instanceof ScriptError ? thrown.name : 'Error';
    return refuse({
      code: 'program-error',
      message: `程序运行出错（${command}：${name}: ${messageOf(thrown)}），台账没有改动；请把这句话告诉维护人员。`,
    });
  }
  if (isObject(answer) && answer.ok === false) return { ok: false, faults: faultsOf(answer.faults) };
  const value = isObject(answer) && answer.ok === true ? shapes[command](answer.value) : undefined;
  if (value !== undefined) return ok(value);
  return refuse({
    code: 'program-error',
    message: `程序对 ${command} 的答复不合约定，台账没有改动；请运行 npm run build 重新构建。`,
  });
}
