import { describe, expect, it } from '@jest/globals';
import { normaliseDocument } from '../../src/text/punctuation';
import {
  actionsOf,
  cellText,
  feedbackText,
  linesOf,
  type Progress,
  progressOf,
  publishedReports,
  rowsOf,
  UNITS,
} from './examples';

const RUN = 30;

function cellsOf(tabs: Progress): [string, string][] {
  return Object.entries(tabs).flatMap(([title, rows]) =>
    rows.flatMap((row, i): [string, string][] =>
      Object.entries(row).map(([header, cell]) => [`${title} ${i + 1} ${header}`, String(cell ?? '')]),
    ),
  );
}

/** Every text of an example, by where it stands. */
function textsOf(example: string): [string, string][] {
  const unit = UNITS.find((name) => name === example);
  if (unit === undefined) {
    return publishedReports().filter(([name]) => name === example);
  }
  const { steps } = actionsOf(unit);
  const reasons = steps.flatMap(({ at, reason = '', measures = [] }): [string, string][] => [
    [at, reason],
    ...measures.map(({ id, reason: wanted }): [string, string] => [`${at} ${id}`, wanted]),
  ]);
  const filled = steps.flatMap(({ fill = {} }) => cellsOf(fill));
  return [['feedback.txt', feedbackText(unit)], ...cellsOf(progressOf(unit)), ...reasons, ...filled];
}

function runsOf(text: string): string[] {
  return linesOf(text).flatMap((line) =>
    Array.from({ length: Math.max(0, line.length - RUN + 1) }, (_, i) => line.slice(i, i + RUN)),
  );
}

const EXAMPLES = [...UNITS, ...publishedReports().map(([name]) => name)];

describe.each(EXAMPLES)('the texts of %s', (example) => {
  it('are normalised Chinese official text', () => {
    for (const [, text] of textsOf(example)) expect(normaliseDocument(text)).toBe(linesOf(text).join('\n'));
  });

  it('close every quotation mark and bracket they open', () => {
    for (const [place, text] of textsOf(example)) {
      for (const [open, close] of ['“”', '《》', '（）', '〔〕']) {
        expect([place, text.split(open ?? '').length]).toEqual([place, text.split(close ?? '').length]);
      }
    }
  });

  it('name only telephone numbers nobody has', () => {
    for (const [, text] of textsOf(example)) {
      for (const [number] of text.matchAll(/0\d{2,3}-\d{7,8}/g)) expect(number).toMatch(/^0999-5550\d{3}$/);
      expect(text).not.toMatch(/(?<!\d)1\d{10}(?!\d)/);
    }
  });
});

it('no two examples share a run of 30 characters', () => {
  const seen = new Map<string, string>();
  const shared: string[] = [];
  for (const example of EXAMPLES) {
    for (const run of textsOf(example).flatMap(([, text]) => runsOf(text))) {
      const first = seen.get(run) ?? example;
      if (first !== example) shared.push(`${first} ${example} ${run}`);
      seen.set(run, first);
    }
  }
  expect(shared).toEqual([]);
});

it('no two measures of a unit share one, but for the copied measure of the county bureau', () => {
  const shared = new Set<string>();
  for (const unit of UNITS) {
    const seen = new Map<string, string>();
    for (const row of rowsOf(unit, '整改措施')) {
      const id = cellText(row, '措施编号');
      for (const run of [...runsOf(cellText(row, '措施内容')), ...runsOf(cellText(row, '落实情况'))]) {
        const first = seen.get(run) ?? id;
        if (first !== id) shared.add(`${unit} ${first} ${id}`);
        seen.set(run, first);
      }
    }
  }
  expect([...shared]).toEqual(['county-bureau 6-2 12-2']);
});

describe('the published reports', () => {
  const report = (name: string): string => publishedReports().find(([file]) => file === name)?.[1] ?? '';
  const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

  it('print an issue’s status on a line of its own, and its words add up (two parts)', () => {
    const text = report('two-part-status-lines.txt');
    expect(text).toMatch(/8个问题中已完成整改6个，阶段性完成1个，正在整改1个，整改完成率75%/);
    expect(count(text, /^整改状态：已完成$/gm)).toBe(6);
    expect(count(text, /^整改状态：阶段性完成$/gm)).toBe(1);
    expect(count(text, /^整改状态：正在整改$/gm)).toBe(1);
    expect(count(text, /^整改情况：/gm)).toBe(8);
    expect(text).toContain('资金合计9.86万元');
    expect(6.34 + 3.52).toBeCloseTo(9.86);
  });

  it('begin with statistics and know no first level (statistics first)', () => {
    const text = report('statistics-first.txt');
    expect(text).not.toMatch(/^[一二三四]、/m);
    expect(text).toMatch(/反馈9个问题，已完成整改7个，基本完成1个，正在整改1个，整改完成率77\.8%/);
    expect(count(text, /整改状态：已完成。$/gm)).toBe(7);
    expect(count(text, /整改状态：/g)).toBe(9);
    expect(count(text, /^（[一二三]）在“.*”方面$/gm)).toBe(3);
    expect(count(text, /7\.132万元/g)).toBe(2);
  });

  it('restart their numbers in each aspect, and count the measures they announce (four parts)', () => {
    const text = report('restarting-numbers.txt');
    const headlines = [...text.matchAll(/^(\d+)\.关于“.*”问题的整改。$/gm)].map((match) => Number(match[1]));
    expect(headlines).toEqual([1, 2, 3, 4, 1, 2, 3, 1, 2, 3]);
    expect(count(text, /^（\d）/gm)).toBe(20);
    expect(text).toContain('形成10个问题、20项措施的整改清单');
    expect(text).toContain('诫勉0人');
  });

  it('end with a signature and a date', () => {
    for (const [, text] of publishedReports()) {
      const [signature, date] = linesOf(text).slice(-2);
      expect(text.startsWith(signature ?? '—')).toBe(true);
      expect(date).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日$/);
    }
  });
});
