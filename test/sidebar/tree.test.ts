import fc from 'fast-check';
import { type Edit, edited, isSameTyping } from '../../src/sidebar/corrections';
import {
  blankIssues,
  countsOf,
  namesOf,
  numbered,
  type Proposal,
  type ProposedIssue,
  toConfirm,
  treeOf,
  unplacedOf,
} from '../../src/sidebar/tree';

function issue(number: number, aspect: string, values: Partial<ProposedIssue> = {}): ProposedIssue {
  const blank = { group: '', detail: '', measures: [], measureLead: '', measureClosing: '', measureForm: '' };
  return { ...blank, number, aspect, title: `问题${number}`, statusWord: '', state: '未启动', ...values };
}

function row(part: Proposal['narrative'][number]['part'], order: number, body: string, title = '') {
  return { part, order, level: '段落' as const, title, body };
}

const proposal: Proposal = {
  kind: 'feedback',
  settings: [{ item: '单位名称', value: '云溪县林业局' }],
  issues: [
    issue(1, '主体责任', { group: '学习', measures: ['制定学习计划', '每季度测试一次'] }),
    issue(2, '主体责任', { group: '学习', detail: '只有三次有记录' }),
    issue(3, '主体责任', { group: '班子' }),
    issue(4, '选人用人', { measures: ['修订考核办法'] }),
  ],
  narrative: [row('引言', 1, '根据安排……'), row('未归位', 1, '附件：名单'), row('未归位', 2, '请各股室注意', '备注')],
  unplaced: ['附件：名单', '请各股室注意'],
  warnings: [],
};

const titles = ({ issues }: Proposal) => issues.map(({ title }) => title);
const at = ({ issues }: Proposal, number: number) => issues.find((one) => one.number === number);

test('the tree is 方面 → 类 → 问题 in the document’s order', () => {
  const shape = treeOf(proposal).map(({ aspect, groups }) => [
    aspect,
    groups.map(({ group, issues }) => [group, issues.map(({ place }) => place + 1)]),
  ]);
  expect(shape).toEqual([
    [
      '主体责任',
      [
        ['学习', [1, 2]],
        ['班子', [3]],
      ],
    ],
    ['选人用人', [['', [4]]]],
  ]);
  expect(countsOf(proposal)).toEqual({ aspects: 2, issues: 4, measures: 3 });
  expect([namesOf(proposal), namesOf(proposal, '主体责任')]).toEqual([
    ['主体责任', '选人用人'],
    ['学习', '班子'],
  ]);
});

test('an issue given to another 方面 stands with its issues, and keeps its name for further edits', () => {
  const moved = edited(proposal, { do: 'place', issue: 1, aspect: '选人用人', group: '' });
  expect(titles(moved)).toEqual(['问题2', '问题3', '问题4', '问题1']);
  expect(treeOf(moved).map(({ aspect }) => aspect)).toEqual(['主体责任', '选人用人']);
  const renamed = edited(moved, { do: 'issue', issue: 1, values: { title: '学习走过场' } });
  expect(titles(renamed)).toEqual(['问题2', '问题3', '问题4', '学习走过场']);
});

test('a 方面 renamed as another is joined with it', () => {
  const joined = edited(proposal, { do: 'renameAspect', from: '选人用人', to: ' 主体责任 ' });
  expect(treeOf(joined).map(({ aspect }) => aspect)).toEqual(['主体责任']);
});

test('an issue merged into the one before leaves its words as 具体表现 and brings its measures', () => {
  const merged = edited(edited(proposal, { do: 'addMeasure', issue: 2 }), {
    do: 'measure',
    issue: 2,
    measure: 0,
    text: '补记',
  });
  const one = at(edited(merged, { do: 'mergeIssue', issue: 2 }), 1);
  expect(one).toMatchObject({ detail: '问题2\n只有三次有记录', measures: ['制定学习计划', '每季度测试一次', '补记'] });
  expect(edited(proposal, { do: 'mergeIssue', issue: 1 })).toEqual(proposal);
});

test('measures are corrected, merged upwards and taken out', () => {
  expect(at(edited(proposal, { do: 'mergeMeasure', issue: 1, measure: 1 }), 1)?.measures).toEqual([
    '制定学习计划\n每季度测试一次',
  ]);
  expect(at(edited(proposal, { do: 'deleteMeasure', issue: 1, measure: 0 }), 1)?.measures).toEqual(['每季度测试一次']);
  expect(edited(proposal, { do: 'mergeMeasure', issue: 1, measure: 0 })).toEqual(proposal);
});

test('an unplaced paragraph becomes 具体表现 or a measure, or stays in 未归位', () => {
  expect(unplacedOf(proposal).map(({ text }) => text)).toEqual(['附件：名单', '备注\n请各股室注意']);
  const detail = edited(proposal, { do: 'attach', at: 2, issue: 2, as: 'detail' });
  expect(at(detail, 2)?.detail).toBe('只有三次有记录\n备注\n请各股室注意');
  const measure = edited(detail, { do: 'attach', at: 1, issue: 3, as: 'measure' });
  expect(at(measure, 3)?.measures).toEqual(['附件：名单']);
  expect(unplacedOf(measure)).toEqual([]);
  expect(toConfirm(measure).unplaced).toEqual([]);
  expect(toConfirm(proposal).unplaced).toHaveLength(2);
});

test('a paragraph given to another part of the report is its last', () => {
  const moved = edited(proposal, { do: 'narrative', at: 1, values: { part: '引言' } });
  expect(moved.narrative[1]).toMatchObject({ part: '引言', order: 2, body: '附件：名单' });
});

test('what is sent is counted anew, without blank measures; an issue without words is named', () => {
  const shorter = edited(edited(proposal, { do: 'deleteIssue', issue: 2 }), { do: 'addMeasure', issue: 1 });
  expect(toConfirm(shorter).issues.map(({ number, measures }) => [number, measures.length])).toEqual([
    [1, 2],
    [2, 0],
    [3, 1],
  ]);
  expect(blankIssues(edited(proposal, { do: 'issue', issue: 3, values: { title: ' ' } }))).toEqual([2]);
});

test('typing on in one field is one step to undo', () => {
  const typing: Edit = { do: 'measure', issue: 1, measure: 0, text: '制' };
  expect(isSameTyping(typing, { ...typing, text: '制定' })).toBe(true);
  expect(isSameTyping(typing, { ...typing, measure: 1 })).toBe(false);
  expect(isSameTyping(undefined, typing)).toBe(false);
  const deletion: Edit = { do: 'deleteIssue', issue: 1 };
  expect(isSameTyping(deletion, deletion)).toBe(false);
});

test('moving and merging lose no words of any issue', () => {
  const move = fc.record({
    do: fc.constant('place' as const),
    issue: fc.integer({ min: 1, max: 5 }),
    aspect: fc.constantFrom('主体责任', '选人用人', '新方面'),
    group: fc.constantFrom('', '学习'),
  });
  const merge = fc.record({ do: fc.constant('mergeIssue' as const), issue: fc.integer({ min: 1, max: 5 }) });
  const words = ({ issues }: Proposal) =>
    issues
      .flatMap(({ title, detail, measures }) => [title, ...detail.split('\n'), ...measures])
      .filter((text) => text !== '')
      .sort();
  fc.assert(
    fc.property(fc.array(fc.oneof(move, merge), { maxLength: 8 }), (edits) => {
      const result = edits.reduce<Proposal>(edited, proposal);
      expect(words(result)).toEqual(words(proposal));
      expect(new Set(numbered(result).issues.map(({ number }) => number)).size).toBe(result.issues.length);
    }),
  );
});
