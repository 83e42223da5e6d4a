import fc from 'fast-check';
import type { EditedValue } from '../../src/ledger/editCell';
import { type Edit, judgeEdit } from '../../src/ledger/editing';
import { standingsIn } from '../../src/ledger/editSystem';
import type { CellValue } from '../../src/ledger/grid';
import { columnsOf } from '../../src/ledger/records';
import type { TabId } from '../../src/ledger/schema';

const headers = (tab: TabId): string[] => columnsOf<TabId>(tab).map(([, { header }]) => header);

/** A paste of whole rows, by header, below the header row and rows that stood there before. */
function pasted(tab: TabId, rows: Record<string, EditedValue>[], before: Record<string, EditedValue>[] = []): Edit {
  const header = headers(tab);
  const line = (row: Record<string, EditedValue>) => header.map((name) => row[name] ?? null);
  return {
    tab,
    block: { row: 1 + before.length, column: 0, rows: rows.length, columns: header.length },
    read: { left: 0, rows: [header, ...before.map(line), ...rows.map(line)] },
  };
}

/** One cell typed into row 2 of a column that was read alone. */
function typed(tab: TabId, header: string, value: EditedValue, told: { value?: string; old?: string }): Edit {
  const column = headers(tab).indexOf(header);
  return {
    tab,
    block: { row: 1, column, rows: 1, columns: 1 },
    read: { left: column, rows: [[header], [value]] },
    typed: { value: told.value, old: told.old },
  };
}

const LOG_HEADER = headers('log');
const logRow = (sequence: number, subject: string, to: string, round: number | null): CellValue[] =>
  LOG_HEADER.map(
    (name) =>
      ({ 序号: sequence, 对象: subject, 新状态: to, 轮次: round })[name as '序号' | '对象' | '新状态' | '轮次'] ?? '',
  );
const STANDINGS = standingsIn([
  LOG_HEADER,
  logRow(3, '问题台账 1', '已销号', 1),
  logRow(1, '问题台账 1', '未启动', 1),
  logRow(2, '问题台账 1', '整改中', 1),
  logRow(4, '问题台账 2', '整改中', 2),
  logRow(5, '问题台账 2', '', 2),
  logRow(6, '整改措施 2-1', '已完成', null),
]);

test('办理记录 gives state and round of every issue: the highest 序号 decides, rows without a state keep it', () => {
  expect([...STANDINGS]).toEqual([
    ['1', { state: '已销号', round: 1 }],
    ['2', { state: '整改中', round: 2 }],
  ]);
});

describe('a system column', () => {
  test('typed over is put back, a date by its serial number', () => {
    const state = judgeEdit(typed('issues', '状态', '已销号', { value: '已销号', old: '整改中' }));
    expect(state.cells).toMatchObject([{ write: '整改中', note: expect.stringContaining('用菜单“整改台账”办理') }]);
    expect(state.toast).toContain('您填写的“已销号”没有保留');
    expect(state.toast).toContain('用菜单“整改台账”办理');
    const first = judgeEdit(typed('issues', '原定时限', { serial: 46300 }, { value: '46300', old: '46203' }));
    expect(first.cells).toMatchObject([{ write: 46203 }]);
  });

  test('that was blank becomes blank, and one that was cleared comes back', () => {
    const blank = judgeEdit(typed('issues', '措施进度', '3/3', { value: '3/3' }));
    expect(blank.cells).toMatchObject([{ write: '' }]);
    expect(blank.toast).toContain('校验台账');
    expect(judgeEdit(typed('issues', '轮次', null, { old: '2' })).cells).toMatchObject([{ write: 2 }]);
  });

  test('in a paste asks for 办理记录, and takes state and round from it', () => {
    const edit = pasted('issues', [
      { 编号: 1, 问题: '河道巡查记录不全', 状态: '整改中', 轮次: 1 },
      { 编号: 2, 问题: '取水许可档案缺失', 状态: null, 轮次: 1 },
      { 编号: 7, 问题: '台账未更新', 状态: '已销号' },
    ]);
    expect(judgeEdit(edit).wants).toEqual({ people: false, names: false, log: true });
    const { cells } = judgeEdit({ ...edit, standings: STANDINGS });
    const of = (header: string) => cells.filter(({ column }) => column === headers('issues').indexOf(header));
    expect(of('状态').map(({ write }) => write)).toEqual(['已销号', '整改中', undefined]);
    expect(of('轮次').map(({ write }) => write)).toEqual([undefined, 2, undefined]);
    expect(of('状态')[2]?.note).toContain('“已销号”在办理记录中没有依据');
  });

  test('that 校验台账 works out is emptied, with a note', () => {
    const { cells } = judgeEdit({ ...pasted('issues', [{ 编号: 1, 措施进度: '9/9' }]), standings: STANDINGS });
    const [progress] = cells.filter(({ write }) => write === '');
    expect(progress?.note).toBe('问题台账“措施进度”：粘贴的“9/9”已清空；本列由“整改台账 → 校验台账”更新');
  });

  test('whose old value nobody can know keeps what was pasted and says so once', () => {
    const rows = [1, 2].map((number) => ({ 编号: number, 原定时限: { serial: 46203 } }));
    const { cells } = judgeEdit({ ...pasted('issues', rows), standings: STANDINGS });
    const notes = cells.flatMap(({ note }) => (note?.includes('原定时限') ? [note] : []));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('无法得知原值');
    expect(cells.every(({ write }) => write === undefined || write !== 46203)).toBe(true);
  });
});

test('names ask for 名单: to be looked up, and to settle what is not clear', () => {
  const wants = (value: EditedValue) =>
    judgeEdit(typed('issues', '责任人', value, { value: String(value ?? '') })).wants;
  expect(wants('方禾')).toEqual({ people: false, names: true, log: false });
  expect(wants('方主任')).toEqual({ people: true, names: true, log: false });
  expect(wants(null)).toEqual({ people: false, names: false, log: false });
});

describe('a key', () => {
  test('twice, in the paste or above it, is noted', () => {
    const { cells } = judgeEdit(
      pasted('measures', [{ 措施编号: '1-2' }, { 措施编号: '１－１' }], [{ 措施编号: '1-1' }, { 措施编号: '1-2' }]),
    );
    const notes = cells.filter(({ column }) => column === 0).map(({ note }) => note);
    expect(notes[0]).toContain('“1-2”与上面的行重复');
    expect(notes[1]).toContain('“1-1”与上面的行重复');
  });

  test('cleared is noted with what it was; a row cleared altogether is not', () => {
    const [cell] = judgeEdit(typed('issues', '编号', null, { old: '3' })).cells;
    expect(cell?.note).toContain('原为“3”');
    const { cells } = judgeEdit(pasted('measures', [{}, { 措施内容: '建立巡查日志' }]));
    expect(cells.filter(({ column }) => column === 0).map(({ note }) => note === null)).toEqual([true, false]);
  });
});

test('a header typed over comes back; a new column of the user does not matter', () => {
  const edit = { ...typed('issues', '责任人', '负责人', { value: '负责人', old: '责任人' }) };
  const header = { ...edit, block: { ...edit.block, row: 0 }, read: { ...edit.read, rows: [['负责人']] } };
  expect(judgeEdit(header)).toMatchObject({
    cells: [{ row: 0, write: '责任人' }],
    toast: expect.stringContaining('责任人'),
  });
  expect(judgeEdit({ ...header, typed: { value: '备注', old: undefined } })).toMatchObject({ cells: [], toast: null });
});

test('a formula is noted and stays, outside 链接或档号', () => {
  const edit = pasted('evidence', [{ 材料编号: '3-2-01', 名称: '巡查日志', 链接或档号: '打开' }]);
  const formulas = [headers('evidence').map((name) => (['名称', '链接或档号'].includes(name) ? '=A1' : ''))];
  const { cells } = judgeEdit({ ...edit, formulas });
  expect(cells.flatMap(({ note }) => note ?? [])).toEqual([
    '佐证材料“名称”：是公式（“=A1”），程序按显示结果读取且不会改动它，请确认或改为直接填写的内容',
  ]);
});

test('columns of the user are never in the answer', () => {
  const edit: Edit = {
    tab: 'people',
    block: { row: 1, column: 0, rows: 1, columns: 2 },
    read: {
      left: 0,
      rows: [
        ['科室意见', '姓名'],
        [' 已 核 ', ' 方 禾 '],
      ],
    },
  };
  expect(judgeEdit(edit).cells).toMatchObject([{ column: 1, write: '方禾' }]);
});

test('an edit whose outcome was written is judged to need no more writing', () => {
  const words = fc.constantFrom(
    ...['', '1', '2', '１', '1-1', '２－１', '2026.9.1', '年底前', '完成', '限期', '√', '方 禾', '方禾 许青', '方主任'],
    ...[
      '已销号',
      '整改中',
      '3/3',
      ' 河道 巡查 ',
      '=A1',
      '办公室,财务科',
      '7.5',
      '每月一次',
      'https://a.example.invalid ',
    ],
  );
  const cell = fc.oneof<fc.Arbitrary<EditedValue>[]>(
    words,
    fc.integer({ min: -1, max: 60_000 }),
    fc.boolean(),
    fc.record({ serial: fc.integer({ min: 0, max: 60_000 }) }),
  );
  const tabs = fc.constantFrom<TabId>('issues', 'measures', 'evidence', 'outcomes', 'documents', 'narrative', 'people');
  const edits = tabs.chain((tab) => {
    const width = headers(tab).length;
    return fc
      .array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 })
      .map((rows): Edit => {
        const block = { row: 1, column: 0, rows: rows.length, columns: width };
        const listed = [{ name: '方禾', position: '办公室主任' }];
        return { tab, block, read: { left: 0, rows: [headers(tab), ...rows] }, standings: STANDINGS, listed };
      });
  });
  fc.assert(
    fc.property(edits, (edit) => {
      const first = judgeEdit(edit);
      const rows = edit.read.rows.map((line) => [...line]);
      for (const { row, column, write } of first.cells) {
        const line = rows[row];
        if (line !== undefined && write !== undefined) line[column] = write;
      }
      const second = judgeEdit({ ...edit, read: { left: 0, rows } });
      expect(second.cells.filter(({ write }) => write !== undefined)).toEqual([]);
      const noted = (cells: typeof first.cells) =>
        cells.flatMap(({ row, column, note }) => (note === null ? [] : [[row, column, note]]));
      // what was put back needs no word the second time
      const lasting = first.cells.filter(({ system, write }) => !system || write === undefined);
      expect(noted(second.cells)).toEqual(noted(lasting));
    }),
    { numRuns: 1000 },
  );
});
