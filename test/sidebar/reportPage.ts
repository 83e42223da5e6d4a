/** What the door answers about one fictitious report, with everything its gate can hold. */
import type { Gives, Takes } from '../../src/app/contract';
import { htmlOf } from '../../src/report/html';

export type Preview = Gives<'previewReport'>;
export type Hit = Preview['gate']['hits'][number];
export type Generated = Gives<'generateReport'>;

export const SENTENCE = '对林区防火通道逐条排查，补修3处。';

export function pageOf(text = SENTENCE, title = '关于巡察整改进展情况的通报'): string {
  return htmlOf({
    ...{ title, author: '中共云溪县林业局党组', date: '2026-11-24' },
    blocks: [
      { kind: 'title', lines: ['中共云溪县林业局党组', title] },
      ...Array.from({ length: 6 }, () => ({ kind: 'paragraph' as const, runs: [{ text: text.repeat(4) }] })),
    ],
  });
}

export const hit = (key: string, part: Partial<Hit> = {}): Hit => ({
  ...{ key, rule: 'mobile', title: '手机号码', text: '13812341234', about: 3, place: '正文第12段' },
  ...{ before: '群众可拨打值班电话', after: '反映问题，林业站在两日内答复。' },
  ...{ masked: '138****1234', role: null, keepable: true, decision: null },
  ...part,
});

export const HITS: Hit[] = [
  hit('a1'),
  hit('b2', {
    ...{ rule: 'punished-name', title: '受处理人员姓名', text: '陆衡', masked: '陆某', role: '分管副局长' },
    ...{
      keepable: false,
      place: '正文第18段、附件表第5行',
      before: '对负有领导责任的',
      after: '给予批评教育，责令作出检查。',
    },
  }),
  hit('c3', {
    ...{ rule: 'case', title: '案件办理用语', text: '初步核实', masked: null, about: 8, place: '正文第21段' },
    ...{ before: '反映的超标准接待问题正在', after: '，将依规处置。' },
  }),
];

export const GATE: Preview['gate'] = {
  faults: [],
  hits: HITS,
  differences: [
    {
      ...{ about: 5, publicity: '概括公开' },
      internal: '往来款长期挂账，涉及森林防火办等3个股室12笔共46.3万元。\n一是逐笔核对，二是限期清理。',
      public: '财务管理不够规范。\n已清理往来款。',
    },
    { about: 7, publicity: '不公开', internal: '个别干部违规经商办企业问题线索移交不及时。', public: '' },
    {
      ...{ about: 2, publicity: '公开', internal: '由夏雨桐牵头，对12处林场逐一检查。' },
      public: '由资源股股长牵头，对12处林场逐一检查。',
    },
  ],
  waivers: [{ title: '时限含糊', message: '措施4-3的时限写作“长期”。', by: '白露', reason: '属制度执行，需长期坚持' }],
  people: [
    { mail: 'lu@yunxi.example', name: '陆衡', position: '分管副局长' },
    { mail: 'wei@yunxi.example', name: '卫兰', position: '党组书记、局长' },
    { mail: 'office@yunxi.example', name: '', position: '' },
  ],
};

export const preview = (part: Partial<Preview> = {}): Preview => ({
  ...{ title: '关于巡察整改进展情况的通报', html: pageOf(), usesStarter: false, gate: GATE },
  ...part,
});

export const file = (id: string, name: string) => ({
  ...{ id, name, url: `https://docs.google.com/document/d/${id}/edit` },
});

export function generated({ final = false }: Pick<Takes<'generateReport'>, 'final'>, version = 4): Generated {
  const state = final ? '定稿' : '草稿';
  return {
    ...{ status: final ? 'final' : 'draft', version, text: SENTENCE, notes: [], kept: [], dropped: [], refused: [] },
    docx: file('docx4', `关于巡察整改进展情况的通报（${state}${version}）.docx`),
    document: file('doc4', `关于巡察整改进展情况的通报（${state}${version}）`),
  };
}

/** Decides as the server does, over a list of its own. */
export function deciding(hits: Hit[]): (taken: Takes<'decideHit'>) => { hits: Hit[] } {
  return ({ key, choice, reason }) => {
    const at = '2026-11-24T09:05:00+08:00';
    const found = hits.find((one) => one.key === key);
    if (found) found.decision = { key, choice, by: 'lu@yunxi.example', at, reason };
    return { hits: structuredClone(hits) };
  };
}
