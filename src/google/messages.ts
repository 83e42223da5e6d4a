/** What a menu command tells the person who clicked it. */
import type { CheckSummary } from '../app/checkLedger';
import type { Gives } from '../app/contract';
import type { SetUpSummary } from '../app/ports';
import type { ReportSummary } from '../app/report/generateReport';
import type { PackSummary } from '../app/report/progressPack';
import type { Fault, Result } from '../ledger/fault';
import type { SelfTestItem } from './docs/selfTest';
import { MENU_TITLE } from './menu';

/** Lines of an alert before it says how many more there are. */
const SHOWN = 12;

/** Shows the outcome of a command in one dialog: what it did, or every fault with its remedy. */
export function tell<T>(result: Result<T>, describe: (value: T) => string[]): void {
  const lines = result.ok ? describe(result.value) : faultLines(result.faults);
  const ui = SpreadsheetApp.getUi();
  ui.alert(MENU_TITLE, lines.join('\n'), ui.ButtonSet.OK);
}

export function describeSetUp({ created, addedColumns, migratedFrom, version }: SetUpSummary): string[] {
  const lines = [`台账已就绪（第${version}版）。`];
  if (migratedFrom !== null && migratedFrom < version) lines.push(`已由第${migratedFrom}版升级。`);
  if (created.length > 0) lines.push(`新建的表：${created.join('、')}。`);
  if (addedColumns.length > 0) lines.push(`补建的列：${addedColumns.join('、')}。`);
  lines.push('下拉列表、格式和保护已恢复；已填写的内容未作改动。');
  return lines;
}

export function describeCheck({ errors, warnings, notes, findings }: CheckSummary): string[] {
  if (findings.length === 0) return ['校验完成，没有发现问题。'];
  const lines = findings.slice(0, SHOWN).map(({ message, remedy }) => `· ${message}${remedy}`);
  if (findings.length > SHOWN) lines.push(`……另有${findings.length - SHOWN}项，各问题的情况已写入“提示”列。`);
  return [`校验完成：错误${errors}项，警告${warnings}项，提示${notes}项。`, '', ...lines];
}

export function describeViews({ views, made, changed, removed }: Gives<'refreshViews'>): string[] {
  return [
    `“问题台账”的筛选视图共${views}个：新建${made}个，更新${changed}个，删除${removed}个；您自己的视图未作改动。`,
    '从侧栏的“视图”或菜单“数据→更改视图”打开。',
  ];
}

export function describeReport({ docx, document, notes, refused }: ReportSummary): string[] {
  if (docx === null || document === null) return ['没有生成报告：', ...faultLines(refused)];
  return ['报告已生成，并登记在“报告登记”表。', ...storedLines({ docx, document }), ...notes];
}

export function describePack({ from, to, closed, overdue, asked, ...files }: PackSummary): string[] {
  return [
    `党组会材料已生成，并登记在“报告登记”表：${from}至${to}销号${closed}个，逾期${overdue}个，提请研究${asked}项。`,
    ...storedLines(files),
  ];
}

function storedLines({ docx, document }: Pick<PackSummary, 'docx' | 'document'>): string[] {
  return [`正式稿（.docx，版式以此为准）：${docx.url}`, `协作稿（Google 文档）：${document.url}`];
}

function faultLines(faults: readonly Fault[]): string[] {
  const lines = faults.slice(0, SHOWN).map(({ message }) => `· ${message}`);
  return faults.length > SHOWN ? [...lines, `……另有${faults.length - SHOWN}项。`] : lines;
}

export function describeSelfTest(items: readonly SelfTestItem[]): string[] {
  const kept = items.filter((one) => one.kept).length;
  return [
    `自检完成：Google 文档保留了${items.length}项版式中的${kept}项。正式稿（.docx）不受影响。`,
    '',
    ...items.map(
      ({ item, kept: is, found, fallback }) => `${is ? '√' : '×'} ${item}：${found}${is ? '' : `。${fallback}`}`,
    ),
  ];
}
