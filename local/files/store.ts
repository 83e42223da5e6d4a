/** The store on disk: read whole or refused, written beside and renamed, the version before kept as `.bak`. */
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { withJournal } from './journal';
import { type Fault, isObject, messageOf, ok, type Result, refuse } from './result';
import { parseStore, type Store, type StoreFlaw, storeText } from './storeText';

export type { Spreadsheet, Store } from './storeText';

export interface ReadStore {
  store: Store;
  /**
   * The file's text as it stood: a store that gives the same text need not be written. Empty when a journal beside the
   * file held more.
   */
  text: string;
}

export const backupOf = (file: string): string => `${file}.bak`;

/** Node's code of a file system error, such as ENOENT. */
export function fileErrorCode(thrown: unknown): string | undefined {
  return isObject(thrown) && typeof thrown.code === 'string' ? thrown.code : undefined;
}

/**
 * Reads a store. Faults: `store-missing`, `store-unreadable`, `store-empty`, `store-cut-off`, `store-other-kind`,
 * `store-later-version`, `store-damaged`; each sentence names the file, the fault and the backup to use.
 */
export function readStore(file: string): Result<ReadStore> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (thrown) {
    if (fileErrorCode(thrown) !== 'ENOENT') {
      return refuse({
        code: 'store-unreadable',
        message: `台账文件“${file}”读不了（${messageOf(thrown)}），请检查文件和权限。`,
      });
    }
    const backup = usableBackup(file) ? `目录中有上一版备份“${backupOf(file)}”，把它改名为“${file}”即可恢复；` : '';
    return refuse({
      code: 'store-missing',
      message: `找不到台账文件“${file}”：${backup}新台账请用 new 或 import 建立。`,
    });
  }
  const read = textOf(bytes);
  const parsed = 'text' in read ? parseStore(read.text) : read;
  if ('store' in parsed && 'text' in read) {
    const contents = withJournal(file, read.text, parsed.store);
    if (contents === parsed.store) return ok({ store: parsed.store, text: read.text });
    return ok({ store: { ...parsed.store, ...contents }, text: '' });
  }
  return refuse('flaw' in parsed ? flawFault(file, parsed) : emptyFault(file));
}

/** The text of the bytes; UTF-8 broken off in the middle of a character is a file cut off. */
function textOf(bytes: Buffer): { text: string } | { empty: true } | StoreFlaw {
  if (bytes.length === 0) return { empty: true };
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return { flaw: 'other-kind' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? { empty: true } : { text };
  } catch {
    const opened = bytes.subarray(0, 8).toString('latin1') === '{"kind":';
    return { flaw: opened ? 'cut-off' : 'other-kind' };
  }
}

function usableBackup(file: string): boolean {
  try {
    const read = textOf(readFileSync(backupOf(file)));
    return 'text' in read && 'store' in parseStore(read.text);
  } catch {
    return false;
  }
}

function howToRecover(file: string): string {
  return usableBackup(file)
    ? `上一版保存在“${backupOf(file)}”，把它改名为“${file}”即可恢复`
    : `旁边没有可用的备份“${backupOf(file)}”，请从别处的备份恢复，或换一个 --store 文件`;
}

function emptyFault(file: string): Fault {
  return { code: 'store-empty', message: `台账文件“${file}”是空的，没有打开：${howToRecover(file)}。` };
}

function flawFault(file: string, flaw: StoreFlaw): Fault {
  switch (flaw.flaw) {
    case 'cut-off':
      return {
        code: 'store-cut-off',
        message: `台账文件“${file}”不完整（中途断开或已损坏），没有打开：${howToRecover(file)}。`,
      };
    case 'other-kind':
      return {
        code: 'store-other-kind',
        message: `“${file}”不是整改台账的存储文件，没有打开、也没有改动它：请核对 --store；.xlsx 请用 open --xlsx 读入，.docx、.txt 请用 import 导入。`,
      };
    case 'later-version':
      return {
        code: 'store-later-version',
        message: `台账文件“${file}”由更新版本的程序写成（版本 ${flaw.version}），没有打开：请更新本程序后再打开。`,
      };
    case 'damaged':
      return {
        code: 'store-damaged',
        message: `台账文件“${file}”的内容不合规（${flaw.where}），没有打开：${howToRecover(file)}。`,
      };
  }
}

/**
 * Writes the store: a new file, flushed, then renamed over the old one, which stays as `.bak`. A process that dies in
 * between leaves either the old or the new version whole.
 */
export function writeStore(file: string, store: Store): Result<{ text: string }> {
  const text = storeText(store);
  const written = writeWhole(file, Buffer.from(text), { backup: true });
  return written.ok ? ok({ text }) : written;
}

/** Writes any file whole or not at all; with `backup` the version before is kept as `.bak`. */
export function writeWhole(
  file: string,
  bytes: Uint8Array,
  options: { backup?: boolean } = {},
): Result<{ file: string }> {
  const fresh = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    const handle = openSync(fresh, 'w');
    try {
      let at = 0;
      while (at < bytes.length) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (options.backup) keepBackup(file);
    renameSync(fresh, file);
    return ok({ file });
  } catch (thrown) {
    discard(fresh);
    return refuse({
      code: 'file-not-written',
      message: `“${file}”没有写成（${messageOf(thrown)}），原有文件没有改动：请检查磁盘空间、权限，或文件是否正被别的程序打开。`,
    });
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where it could not be made there is nothing to remove.
  }
}

/** Gives the present version the second name `.bak`, so that there is no moment without a whole file. */
function keepBackup(file: string): void {
  const passing = `${backupOf(file)}.${process.pid}.tmp`;
  try {
    linkSync(file, passing);
  } catch (thrown) {
    if (fileErrorCode(thrown) === 'ENOENT') return;
    // File systems without hard links (FAT, some network drives) get a copy.
    copyFileSync(file, passing);
  }
  renameSync(passing, backupOf(file));
}
