/** Reports of a fictitious bureau for the tests of 对账. */
import type { Block, ReportDocument } from '../../../src/report/document';
import { linesOfReport } from '../../../src/report/reconcile';

export interface Told {
  title: string;
  /** Paragraphs after the headline. */
  text: string[];
}

export interface Parts {
  title?: string[];
  intro?: string[];
  aspects?: { name: string; issues: number[] }[];
  issues?: Record<number, Told>;
  closing?: string[];
  rows?: string[][];
  date?: string;
}

export const ISSUES: Record<number, Told> = {
  1: {
    title: '关于“水库巡查流于形式”的问题。',
    text: ['一是配备巡查终端36台。二是每周通报巡查轨迹（含夜间；节假日除外），整改到位。'],
  },
  2: {
    title: '关于“灌区水费台账混乱”的问题。',
    text: ['清理水费台账1820户；退还多收水费4.6万元。', '建立按月核对制度。'],
  },
  5: { title: '关于“支部学习敷衍了事”的问题。', text: ['制定年度学习计划，全年集中学习12次。'] },
};

/** The report of the parts, numbers counted. */
export function reportOf(parts: Parts = {}): ReportDocument {
  const {
    title = ['中共云泽县水利局党组', '关于巡察整改情况的通报'],
    intro = ['现将整改情况通报如下。', '局党组召开专题会议9次，研究整改事项。压实各级责任。'],
    aspects = [
      { name: '履行职责方面', issues: [1, 2] },
      { name: '党的建设方面', issues: [5] },
    ],
    issues = ISSUES,
    closing = ['对长期坚持的事项每季度复查。', '欢迎干部群众监督。'],
    rows,
    date = '2026年9月15日',
  } = parts;
  const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
  let count = 0;
  const blocks: Block[] = [
    { kind: 'title', lines: title },
    { kind: 'blank' },
    ...intro.map(paragraph),
    ...aspects.flatMap((aspect, i): Block[] => [
      { kind: 'heading', level: 2, runs: [{ text: `（${'一二三四五'.charAt(i)}）${aspect.name}` }] },
      ...aspect.issues.flatMap((about): Block[] => {
        count += 1;
        const { title: head = '', text = [] } = issues[about] ?? {};
        return [
          { kind: 'heading', level: 3, runs: [{ text: `${count}.${head}` }], about },
          ...text.map((one): Block => ({ kind: 'paragraph', runs: [{ text: one }], about })),
        ];
      }),
    ]),
    ...closing.map(paragraph),
    { kind: 'blank' },
    { kind: 'signature', unit: '中共云泽县水利局党组', date },
  ];
  if (rows) {
    const columns = ['序号', '问题', '状态'].map((header) => ({ header, share: 1 / 3, align: 'left' as const }));
    blocks.push({ kind: 'attachment', label: '附件', title: '整改台账', table: { columns, rows } });
  }
  return { title: title.join(''), author: '', date: '2026-09-15', blocks };
}

/** What a reader of the document finds in it. */
export function textsOf(document: ReportDocument): string[] {
  return linesOfReport(document).map(({ text }) => text);
}

/** The texts with one of them changed; a replacement by nothing leaves it out. */
export function edited(texts: readonly string[], edits: Record<string, string | string[]>): string[] {
  for (const from of Object.keys(edits)) if (!texts.includes(from)) throw new Error(`no such text: ${from}`);
  return texts.flatMap((text) => edits[text] ?? text);
}
