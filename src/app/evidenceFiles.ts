/** 佐证文件: a folder in Drive for each issue, uploads into it, and later comparison with the checksums kept of them. */
import { type Change, setRecord } from '../ledger/changes';
import { type Fault, ok, type Result, refuse } from '../ledger/fault';
import { a1 } from '../ledger/grid';
import type { Ledger } from '../ledger/ledger';
import { readLedger } from '../ledger/read';
import { type Evidence, type Issue, TABS } from '../ledger/schema';
import { removeUnprintable } from '../text/punctuation';
import type { Gives, Takes } from './contract';
import { logged } from './logged';
import type { EvidenceFile, Ports } from './ports';
import { noSuchIssue } from './viewIssue';

export type Upload = NonNullable<Takes<'addEvidence'>['file']>;
type Verdict = Gives<'verifyFiles'>['changed'][number];

const LARGEST_BYTES = 10 * 1024 * 1024;
/** Characters of the issue's 问题 in its folder's name, and of a file's own name. */
const FOLDER_NAME = 20;
const FILE_NAME = 120;
/** Numbers named in the log's row; all of them are to be seen in 校验值. */
const NAMED = 50;

const DRIVE_FILE = /https:\/\/(?:drive|docs)\.google\.com\/\S*?(?:\/d\/|[?&]id=)([\w-]{10,})/;

/** The folder of the issue in the Drive of whoever asks (drive.file: nobody else's is seen): at most 5 service calls. */
export function issueFolder(ports: Ports, { issue }: Takes<'issueFolder'>): Result<Gives<'issueFolder'>> {
  // alone on the document, or two clicks would make two folders
  return ports.exclusively(() => {
    const { ledger } = readLedger(ports.workbook.read());
    const record = ledger.issues.records.find(({ number }) => number === issue);
    return record === undefined ? refuse(noSuchIssue(issue)) : folderOf(ports, record);
  });
}

/** What keeps a chosen file from being stored with these fields; asked before anything is read or written. */
export function uploadFaults({ name, base64 }: Upload, values: Takes<'addEvidence'>['values']): Fault[] {
  const tab = TABS.evidence.title;
  const digits = base64.replace(/[\s=]+/g, '').length;
  const bytes = Math.floor((digits * 3) / 4);
  const faults: Fault[] = [];
  if (bytes === 0) {
    faults.push({ code: 'file-empty', tab, key: 'file', message: `文件“${name}”是空的，请重新选择。` });
  }
  if (bytes > LARGEST_BYTES) {
    const size = (bytes / 1024 / 1024).toFixed(1);
    const message = `文件“${name}”有${size}兆字节，超过一次上传10兆字节的上限；请压缩，或自行存入云端硬盘后把链接填在“链接或档号”。`;
    faults.push({ code: 'file-too-large', tab, key: 'file', message });
  }
  if (String(values.location ?? '').trim() !== '') {
    const message = '上传文件时“链接或档号”由程序填写；请清空这一项，或不选文件。';
    faults.push({ code: 'location-and-file', tab, key: 'location', message });
  }
  return faults;
}

/**
 * Stores the file in its issue's folder: what the record holds of it, and how to take it back. The file comes before
 * the record, since the record names its link; when the ledger then refuses the record, the file goes into the bin. An
 * execution that is killed between the two leaves a file no record names, which verifyFiles reports; never a record
 * without its file.
 */
export function storeUpload(
  ports: Ports,
  issue: Issue,
  id: string,
  { name, type, base64 }: Upload,
): Result<{ values: Pick<Evidence, 'location' | 'checksum'>; takeBack: () => void }> {
  const folder = folderOf(ports, issue);
  if (!folder.ok) return folder;
  const title = `${id} ${plain(name.slice(-FILE_NAME))}`.trim();
  const file = ports.files.storeEvidence(folder.value.id, title, type, base64);
  if (!file.ok) return file;
  const { url, checksums } = file.value;
  return ok({
    values: { location: url, checksum: checksums[0] ?? '' },
    takeBack: () => ports.files.discard(file.value.id),
  });
}

/** The checksum of what the cell links to, when that is a file the program stored; else `''`, without a call. */
export function checksumBehind(ports: Ports, location: string): string {
  const id = fileIdIn(location);
  return (id === undefined ? undefined : ports.files.findEvidence(id)?.checksums[0]) ?? '';
}

/**
 * Compares every electronic evidence with the checksum kept of it: one list call for each thousand files. Missing
 * checksums are filled and logged; one that differs is never overwritten, for it is what was seen at registration.
 */
export function verifyFiles(ports: Ports): Result<Gives<'verifyFiles'>> {
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read();
    const { ledger } = readLedger(snapshot);
    const listed = ports.files.allEvidence();
    if (!listed.ok) return listed;
    const { checked, changed, fill } = compare(ledger, listed.value, ports.actor());
    if (fill.length > 0) {
      const ids = fill.map(({ id }) => id);
      const named = ids.slice(0, NAMED).join('、') + (ids.length > NAMED ? '等' : '');
      const written = ports.workbook.commit(snapshot, [
        ...fill.flatMap(({ changes }) => changes),
        // without a number: whoever verifies does no work on any issue
        ...logged(ports, ledger, {
          action: '修改',
          subject: TABS.evidence.title,
          reason: `核对佐证文件，补记校验值${ids.length}件：${named}`,
        }),
      ]);
      if (!written.ok) return written;
    }
    return ok({ checked, filled: fill.length, changed });
  });
}

function compare(ledger: Ledger, files: readonly EvidenceFile[], actor: string) {
  const byId = new Map(files.map((file) => [file.id, file]));
  const linked = new Set<string>();
  const changed: Verdict[] = [];
  const fill: { id: string; changes: Change[] }[] = [];
  const others = new Map<string, number>();
  let checked = 0;
  ledger.evidence.records.forEach((entry, at) => {
    const fileId = fileIdIn(entry.location);
    const file = fileId === undefined ? undefined : byId.get(fileId);
    if (file === undefined) {
      if (entry.checksum === '') return;
      const { registeredBy } = entry;
      if (fileId === undefined) {
        const what = '登记过文件的校验值，现在却不是该文件的链接；请核对是谁改的，改回原链接';
        changed.push(told(ledger, at, what));
      } else if (registeredBy !== '' && registeredBy.toLowerCase() !== actor.toLowerCase()) {
        others.set(registeredBy, (others.get(registeredBy) ?? 0) + 1);
      } else {
        const what =
          '云端硬盘里找不到登记的文件，可能已被彻底删除，链接被改过，或本台账是另存的副本；请核对链接，或重新上传';
        changed.push(told(ledger, at, what));
      }
      return;
    }
    linked.add(file.id);
    checked += 1;
    const [first = ''] = file.checksums;
    if (file.trashed) {
      changed.push(told(ledger, at, `文件“${file.name}”已在云端硬盘的回收站里；请登记人恢复，或重新上传`));
    } else if (entry.checksum === '') {
      const changes = setRecord(ledger.evidence, at, { checksum: first });
      if (changes.length > 0) fill.push({ id: entry.id, changes });
    } else if (!file.checksums.includes(entry.checksum)) {
      const message = `文件“${file.name}”的内容与登记时的校验值不一致；请登记人说明，应当更换的作为新材料重新登记`;
      changed.push(told(ledger, at, message));
    }
  });
  for (const [mail, count] of others) {
    const message = `${TABS.evidence.title}：${mail}上传的${count}件存在其本人的云端硬盘里，用您的账号核对不了；请由其本人运行一次核对。`;
    changed.push({ id: '', message });
  }
  for (const { id, name, trashed } of files) {
    if (trashed || linked.has(id)) continue;
    const message = `${TABS.evidence.title}：云端硬盘里的文件“${name}”没有登记在台账上；请补登，不用的移入回收站。`;
    changed.push({ id: '', message });
  }
  return { checked, changed, fill };
}

function told({ evidence }: Ledger, at: number, what: string): Verdict {
  const { title, columns } = TABS.evidence;
  const cell = a1(evidence.rows[at] ?? 1, evidence.columns.location ?? 0);
  const id = evidence.records[at]?.id ?? '';
  return { id, message: `${title} ${cell}（${id} ${columns.location.header}）：${what}。` };
}

function folderOf(ports: Ports, { number, title }: Issue) {
  const short = Array.from(plain(title)).slice(0, FOLDER_NAME).join('');
  return ports.files.issueFolder(number ?? 0, `${number} ${short}`.trim());
}

/** Fit for the name of a file: in one line, without what reads as a path. */
function plain(name: string): string {
  return removeUnprintable(name.replace(/[\s\\/]+/g, ' ')).trim();
}

function fileIdIn(location: string): string | undefined {
  return DRIVE_FILE.exec(location)?.[1];
}
