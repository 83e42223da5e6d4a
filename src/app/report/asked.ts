/** Which report is asked for, and under what 种类 and 体例 its versions stand in 报告登记. */
import type { ReportEntry } from '../../ledger/schema';
import type { Settings } from '../../ledger/settings';
import { KIND_NAMES, REPORT_KINDS, type ReportKind } from '../../report/kinds';
import type { Takes } from '../contract';

export type Asked = Pick<Takes<'previewReport'>, 'kind' | 'variant' | 'issue' | 'since'>;

const VARIANTS = {
  'four-part': '四部分',
  'two-part': '两部分',
  'three-part': '三部分',
  'statistics-first': '统计在前',
} as const;
type VariantName = keyof typeof VARIANTS;

/** The kinds that are written in one of the variants. */
const VARIED: readonly ReportKind[] = ['public', 'internal'];

/** The variant asked for, as 设置 names it; undefined leaves it to 设置. */
export function variantOf({ variant }: Asked): Settings['variant'] | undefined {
  return variant === undefined ? undefined : VARIANTS[variant];
}

/** What tells the versions of one kind apart: `四部分`, `问题3`, `自第2版`, or nothing. */
export function labelOf(asked: Asked, settings: Pick<Settings, 'variant'>): string {
  if (VARIED.includes(asked.kind)) return variantOf(asked) ?? settings.variant;
  if (asked.issue !== undefined) return `问题${asked.issue}`;
  return asked.since === undefined ? '' : `自第${asked.since}版`;
}

/** What a row of 报告登记 was asked for; undefined where it is no report of these kinds (党组会材料). */
export function askedIn({ kind, variant }: Pick<ReportEntry, 'kind' | 'variant'>): Asked | undefined {
  const found = REPORT_KINDS.find((one) => KIND_NAMES[one] === kind);
  if (found === undefined) return undefined;
  const name = Object.entries(VARIANTS).find(([, title]) => title === variant)?.[0] as VariantName | undefined;
  const [, issue] = /^问题(\d+)$/.exec(variant) ?? [];
  const [, since] = /^自第(\d+)版$/.exec(variant) ?? [];
  return {
    kind: found,
    ...(name === undefined ? {} : { variant: name }),
    ...(issue === undefined ? {} : { issue: Number(issue) }),
    ...(since === undefined ? {} : { since: Number(since) }),
  };
}
