import type { docs_v1 } from '@googleapis/docs';
import { probeFindings, type SelfTestItem } from '../../../src/google/docs/findings';
import { writeDocx } from '../../../src/report/docx';
import { probe } from '../../../src/report/probe';
import { imported } from './documents';
import { HostedFiles } from './hosted';

const PROBE = probe('2026-11-24');
const KEPT = ['页码', '单双页页脚', '横向页', '标题字体', '一级标题字体', '二级标题字体', '正文字体', '首行缩进2字符'];
const LOST = ['跨页重复表头', '行距'];

/** Items not kept of a document changed that way, with what was found instead. */
function lost(change: (document: docs_v1.Schema$Document) => void): [string, string][] {
  const document = structuredClone(imported(PROBE));
  change(document);
  return probeFindings(document).flatMap(({ item, kept, found }) =>
    kept || LOST.includes(item) ? [] : [[item, found]],
  );
}

const named = (document: docs_v1.Schema$Document, type: string) =>
  document.namedStyles?.styles?.find(({ namedStyleType }) => namedStyleType === type);

test('the self-test stores the probe, reads it back, tells item by item what was kept, and bins it', () => {
  const files = new HostedFiles();
  const answer = files.selfTest<SelfTestItem[]>(writeDocx(PROBE));
  if (!answer.ok) throw new Error(answer.faults[0]?.message);
  const items = (isKept: boolean) => answer.value.filter(({ kept }) => kept === isKept).map(({ item }) => item);
  // as the host takes the importer to be
  expect(items(true)).toEqual(KEPT);
  expect(items(false)).toEqual(LOST);
  expect(files.calls()).toEqual(['Drive.Files.create', 'Docs.Documents.get', 'Drive.Files.update']);
  expect(files.host.drive()).toMatchObject([{ name: '整改台账自检（可删除）', trashed: true }]);
});

test('every item that was not kept names what is done instead, in full sentences', () => {
  for (const { found, fallback } of probeFindings({})) {
    expect(fallback).toMatch(/^[^。]+。$/);
    expect(found).not.toContain('。');
  }
  expect(probeFindings({}).filter(({ kept }) => kept)).toEqual([]);
  expect(probeFindings({})).toHaveLength(KEPT.length + LOST.length);
});

test('footers: no number, one for both sides, on the wrong side', () => {
  expect(lost((document) => void delete document.footers)).toEqual([
    ['页码', '没有找到'],
    ['单双页页脚', '单双页同用一个页脚'],
  ]);
  expect(lost((document) => Object.assign(document.documentStyle ?? {}, { useEvenPageHeaderFooter: false }))).toEqual([
    ['单双页页脚', '单页靠右，双页靠左'],
  ]);
  expect(
    lost((document) => {
      for (const { content } of Object.values(document.footers ?? {}))
        for (const { paragraph } of content ?? [])
          if (paragraph) paragraph.paragraphStyle = { namedStyleType: 'NORMAL_TEXT', alignment: 'CENTER' };
    }),
  ).toEqual([['单双页页脚', '单页居中，双页居中']]);
});

test('a landscape page turned upright', () => {
  expect(
    lost((document) => {
      for (const { sectionBreak } of document.body?.content ?? [])
        delete sectionBreak?.sectionStyle?.flipPageOrientation;
    }),
  ).toEqual([['横向页', '全部为纵向']]);
});

test('a typeface lost in its named style, or in the runs', () => {
  expect(
    lost((document) =>
      Object.assign(named(document, 'TITLE') ?? {}, { textStyle: { weightedFontFamily: { fontFamily: 'Arial' } } }),
    ),
  ).toEqual([['标题字体', 'Arial']]);
  expect(
    lost((document) => {
      for (const { paragraph } of document.body?.content ?? [])
        for (const { textRun } of paragraph?.elements ?? [])
          if (textRun && paragraph?.paragraphStyle?.namedStyleType === 'NORMAL_TEXT')
            textRun.textStyle = { weightedFontFamily: { fontFamily: 'Times New Roman' } };
    }),
  ).toEqual([['正文字体', 'Times New Roman']]);
});

test('an indent of another size', () => {
  expect(
    lost((document) =>
      Object.assign(named(document, 'NORMAL_TEXT')?.paragraphStyle ?? {}, {
        indentFirstLine: { magnitude: 21, unit: 'PT' },
      }),
    ),
  ).toEqual([['首行缩进2字符', '21磅']]);
});

test('header row and pitch are kept where the importer keeps them', () => {
  const document = structuredClone(imported(PROBE));
  for (const { table } of document.body?.content ?? [])
    Object.assign(table?.tableRows?.[0] ?? {}, { tableRowStyle: { tableHeader: true } });
  Object.assign(named(document, 'NORMAL_TEXT')?.paragraphStyle ?? {}, { lineSpacing: 156.5 });
  expect(probeFindings(document).filter(({ item }) => LOST.includes(item))).toMatchObject([
    { kept: true, found: '已保留' },
    { kept: true, found: '156.5%' },
  ]);
});

test('the probe is deterministic and has an upright and a landscape section', () => {
  expect(writeDocx(probe('2026-11-24'))).toEqual(writeDocx(PROBE));
  expect(imported(PROBE).body?.content?.flatMap(({ sectionBreak }) => sectionBreak ?? [])).toMatchObject([
    { sectionStyle: { sectionType: 'NEXT_PAGE' } },
    { sectionStyle: { flipPageOrientation: true } },
  ]);
});
