import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { exportXlsx, readXlsx } from '../../../local/files/xlsx';
import { smallLedger, text } from './workbooks';

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
}

async function saved(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function sheetOf(bytes: Uint8Array, title = '问题台账'): Promise<ExcelJS.Worksheet> {
  const sheet = (await opened(bytes)).getWorksheet(title);
  if (!sheet) throw new Error(`no ${title}`);
  return sheet;
}

async function contentsOf(bytes: Uint8Array) {
  const read = await readXlsx(bytes, '台账.xlsx');
  if (!read.ok) throw new Error(read.faults.map((fault) => fault.message).join(''));
  return read.value;
}

/** The exported ledger after somebody edited its first sheet. */
async function edited(edit: (sheet: ExcelJS.Worksheet) => void) {
  const workbook = await opened(await exportXlsx(smallLedger()));
  const sheet = workbook.getWorksheet('问题台账');
  if (sheet) edit(sheet);
  return contentsOf(await saved(workbook));
}

/** A workbook as another program would write it. */
async function written(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('问题台账'));
  return saved(workbook);
}

describe('export', () => {
  test('every tab with headers, widths, frozen panes, wrapping, number formats and notes', async () => {
    const bytes = await exportXlsx(smallLedger());
    const sheet = await sheetOf(bytes);
    expect((await opened(bytes)).worksheets.map((one) => one.name)).toEqual(['问题台账', '设置']);
    expect(sheet.getRow(1).values).toEqual([
      undefined,
      '编号',
      '问题',
      '整改时限',
      '状态',
      '责任部门',
      '已归档',
      '佐证',
    ]);
    expect(sheet.getCell('B1').note).toBe('问题的说明');
    expect(sheet.getCell('A1').font.bold).toBe(true);
    expect(sheet.getColumn(2).width).toBeCloseTo(33.57, 1);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 1 });
    expect(sheet.getCell('B2').alignment.wrapText).toBe(true);
    expect(sheet.getCell('C2').value).toEqual(new Date(Date.UTC(2026, 5, 30)));
    expect(sheet.getCell('C2').numFmt).toBe('yyyy-mm-dd');
    expect(sheet.getCell('G2').fill).toMatchObject({ fgColor: { argb: 'FFEDEDED' } });
  });

  test('prints across A4 with the header on every page, and locks nobody out', async () => {
    const sheet = await sheetOf(await exportXlsx(smallLedger()));
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      printTitlesRow: '1:1',
    });
    expect(sheet).not.toHaveProperty('sheetProtection.sheet', true);
  });

  test('puts 看板 on one page, lists on as many as they need', async () => {
    const ledger = smallLedger();
    const board = { properties: { title: '看板', gridProperties: { rowCount: 80, columnCount: 12 } } };
    const bytes = await exportXlsx({ ...ledger, sheets: [board, ...(ledger.sheets ?? [])] });
    expect((await sheetOf(bytes, '看板')).pageSetup).toMatchObject({ orientation: 'landscape', fitToHeight: 1 });
    expect((await sheetOf(bytes)).pageSetup).toMatchObject({ fitToWidth: 1, fitToHeight: 0 });
  });

  test('text that begins like a formula stays text, also when it is typed anew', async () => {
    const sheet = await sheetOf(await exportXlsx(smallLedger()));
    expect(sheet.getCell('B2').value).toBe('=护林员巡山记录补记代签');
    expect(sheet.getCell('B2').numFmt).toBe('@');
    expect(sheet.getCell('G2').numFmt).toBe('@');
  });

  test('drop-downs from lists and from ranges, conditional formats by formula', async () => {
    const files = unzipSync(await exportXlsx(smallLedger()));
    const xml = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
    expect(xml).toContain('"未启动,整改中,已销号"'.replaceAll('"', '&quot;'));
    expect(xml).toMatch(/sqref="D2:D60"/);
    expect(xml).toMatch(/(?:&apos;|')设置(?:&apos;|')!\$B\$2:\$B\$30/);
    expect(xml).toContain('$C2&lt;TODAY()');
    expect(xml).not.toContain('<c r="B59"');
  });

  test('a list too long for a rule stands on a hidden sheet that is not read back', async () => {
    const ledger = smallLedger();
    const values = Array.from({ length: 60 }, (_, n) => ({ userEnteredValue: `第${n + 1}林场护林员工作站` }));
    const row = ledger.sheets?.[0]?.data?.[0]?.rowData?.[1]?.values;
    if (row) row[4] = text('第1林场护林员工作站', { dataValidation: { condition: { type: 'ONE_OF_LIST', values } } });
    const bytes = await exportXlsx(ledger);
    const hidden = await sheetOf(bytes, '_下拉项');
    expect(hidden.state).toBe('veryHidden');
    expect(hidden.getCell('A60').value).toBe('第60林场护林员工作站');
    expect((await contentsOf(bytes)).tabs.map((tab) => tab.title)).toEqual(['问题台账', '设置']);
  });

  test('a text beyond Excel’s limit is cut and said, and the cut is not taken for an edit', async () => {
    const ledger = smallLedger();
    const row = ledger.sheets?.[0]?.data?.[0]?.rowData?.[1]?.values;
    if (row) row[1] = text('长'.repeat(40_000));
    const contents = await contentsOf(await exportXlsx(ledger));
    expect(contents.tabs[0]?.rows[0]?.values).not.toHaveProperty('问题');
    expect(contents.notices.join()).toContain('问题台账 B2：导出时因超长截断');
  });
});

describe('round trip', () => {
  test('an export read back holds what the ledger held', async () => {
    const contents = await contentsOf(await exportXlsx(smallLedger()));
    expect(contents).toMatchObject({ refused: [], notices: [] });
    expect(contents.tabs[0]).toEqual({
      title: '问题台账',
      rows: [
        {
          row: 2,
          values: {
            编号: 1,
            问题: '=护林员巡山记录补记代签',
            整改时限: '2026-06-30',
            状态: '整改中',
            责任部门: '资源管理股',
            已归档: true,
            佐证: '3-2',
          },
        },
        {
          row: 3,
          values: {
            编号: 2,
            问题: '造林补助资金\n滞留七个月',
            整改时限: '2026-09-30',
            状态: '未启动',
            责任部门: null,
            已归档: false,
            佐证: null,
          },
        },
      ],
    });
  });

  test('any text survives, control characters and broken surrogates included', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      fc.constantFrom('_x0041_', '_x005F_', '\ud800半个', '\u0007铃', ' 前后空格 ', '&<>"\'', '#REF!', '=1+1'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 8 }), async (values) => {
        const spreadsheet = {
          sheets: [
            {
              properties: { sheetId: 1, title: '表', gridProperties: { frozenRowCount: 1 } },
              data: [{ rowData: [{ values: [text('内容')] }, ...values.map((one) => ({ values: [text(one)] }))] }],
            },
          ],
        };
        const rows = (await contentsOf(await exportXlsx(spreadsheet))).tabs[0]?.rows ?? [];
        expect(rows.map((row) => row.values.内容)).toEqual(values.map((one) => one.replace(/\r\n?/g, '\n')));
      }),
      { numRuns: 25 },
    );
  });

  test('edits, new rows and moved columns come back under their headers', async () => {
    const contents = await edited((sheet) => {
      sheet.getCell('D2').value = '已销号';
      sheet.getCell('C3').value = new Date(Date.UTC(2026, 9, 31));
      sheet.addRow([3, '苗木采购未公开询价']);
      sheet.spliceColumns(5, 1);
    });
    const rows = contents.tabs[0]?.rows.map((row) => row.values) ?? [];
    expect(rows[0]).toMatchObject({ 编号: 1, 状态: '已销号', 已归档: true });
    expect(rows[0]).not.toHaveProperty('责任部门');
    expect(rows[1]).toMatchObject({ 整改时限: '2026-10-31' });
    expect(rows.at(-1)).toMatchObject({ 编号: 3, 问题: '苗木采购未公开询价' });
  });
});

describe('reading what others wrote', () => {
  test('rich text, links, numbers as text, times and formulas', async () => {
    const contents = await contentsOf(
      await written((sheet) => {
        sheet.addRow(['编号', '问题', '链接', '邮箱', '数量', '时间']);
        sheet.addRow([
          '1',
          { richText: [{ text: '护林防火' }, { font: { bold: true }, text: '责任未压实' }] },
          { text: '会议纪要', hyperlink: 'https://files.example.invalid/1' },
          { text: 'li@example.invalid', hyperlink: 'mailto:li@example.invalid' },
          { formula: 'SUM(1,2)', result: 3 },
          new Date(Date.UTC(2026, 2, 20, 9, 15)),
        ]);
        sheet.getCell('F2').numFmt = 'yyyy-mm-dd hh:mm';
      }),
    );
    expect(contents.tabs[0]?.rows).toEqual([
      {
        row: 2,
        values: {
          编号: '1',
          问题: '护林防火责任未压实',
          链接: '会议纪要',
          邮箱: 'li@example.invalid',
          数量: 3,
          时间: '2026-03-20T09:15:00',
        },
      },
    ]);
    expect(contents.notices).toEqual([
      '问题台账 E2：是公式，按计算结果读入。',
      '问题台账 C2（https://files.example.invalid/1）：带有链接，读入的是所显示的文字。',
    ]);
  });

  test('a formula that failed is named by tab and cell, and the rest of the row is read', async () => {
    const contents = await contentsOf(
      await written((sheet) => {
        sheet.addRow(['编号', '问题', '数量']);
        sheet.addRow([1, '公益林补偿发放', { error: '#REF!' }]);
        sheet.addRow([2, '林区道路', { formula: 'A9', result: { error: '#N/A' } }]);
      }),
    );
    expect(contents.refused.map((fault) => [fault.cell, fault.message])).toEqual([
      ['C2', '问题台账 C2（数量）：公式出错，显示为“#REF!”，此格没有读入，请改正公式或直接填写内容。'],
      ['C3', '问题台账 C3（数量）：公式出错，显示为“#N/A”，此格没有读入，请改正公式或直接填写内容。'],
    ]);
    expect(contents.tabs[0]?.rows[0]?.values).toEqual({ 编号: 1, 问题: '公益林补偿发放' });
  });

  test('a cell merged downwards counts for each row, and that is said', async () => {
    const contents = await contentsOf(
      await written((sheet) => {
        sheet.addRow(['编号', '方面']);
        sheet.addRow([1, '履行主体责任方面']);
        sheet.addRow([2]);
        sheet.mergeCells('B2:B3');
      }),
    );
    expect(contents.tabs[0]?.rows.map((row) => row.values.方面)).toEqual(['履行主体责任方面', '履行主体责任方面']);
    expect(contents.notices.join()).toContain('问题台账 B3：是合并的单元格');
  });

  test('a column that stands twice is refused by name', async () => {
    const contents = await contentsOf(
      await written((sheet) => {
        sheet.addRow(['编号', '问题', '问题']);
        sheet.addRow([1, '甲', '乙']);
      }),
    );
    expect(contents.refused[0]?.message).toContain('“问题”列出现两次');
    expect(contents.tabs[0]?.rows[0]?.values).toEqual({ 编号: 1 });
  });

  test('a cell of more than 50,000 characters is refused by name', async () => {
    const contents = await contentsOf(
      await written((sheet) => {
        sheet.addRow(['编号', '问题']);
        sheet.addRow([1, '字'.repeat(60_000)]);
      }),
    );
    expect(contents.refused[0]).toMatchObject({ code: 'cell-too-long', cell: 'B2' });
    expect(contents.refused[0]?.message).toContain('有60000字');
  });

  test('drop-downs over whole columns do not slow the reading down', async () => {
    const bytes = await written((sheet) => {
      sheet.addRow(['编号', '状态']);
      sheet.addRow([1, '整改中']);
    });
    const files = unzipSync(bytes);
    const xml = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
    const rule =
      '<dataValidations count="1"><dataValidation type="list" sqref="A2:Z1048576"><formula1>"甲,乙"</formula1></dataValidation></dataValidations>';
    const whole = new TextEncoder().encode(xml.replace('</sheetData>', `</sheetData>${rule}`));
    const contents = await contentsOf(zipSync({ ...files, 'xl/worksheets/sheet1.xml': whole }));
    expect(contents.tabs[0]?.rows).toHaveLength(1);
  });
});

describe('refused with a sentence that names the file', () => {
  const bomb = (): Uint8Array => zipSync({ 'xl/workbook.xml': new Uint8Array(4_000_000) });
  test.each([
    ['an empty file', () => new Uint8Array(), 'xlsx-empty'],
    ['a text', () => new TextEncoder().encode('编号,问题\n1,护林防火'), 'xlsx-other-kind'],
    ['a .docx', () => zipSync({ 'word/document.xml': new Uint8Array(9) }), 'xlsx-other-kind'],
    ['an .xls or a file with a password', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'xlsx-old'],
    ['a zip bomb', bomb, 'xlsx-too-large'],
    [
      'broken XML',
      () => zipSync({ 'xl/workbook.xml': new TextEncoder().encode('<workbook><sheets>') }),
      'xlsx-damaged',
    ],
  ])('%s', async (_what, bytes, code) => {
    const read = await readXlsx(bytes(), '台账.xlsx', 1_000_000);
    expect(read).toMatchObject({ ok: false, faults: [{ code }] });
    expect(JSON.stringify(read)).toContain('“台账.xlsx”');
  });

  test('a file cut off anywhere', async () => {
    const whole = await exportXlsx(smallLedger());
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      const read = await readXlsx(whole.subarray(0, Math.floor(whole.length * part)), '台账.xlsx');
      expect(read).toMatchObject({ ok: false, faults: [{ code: 'xlsx-damaged' }] });
    }
  });

  test('a zip whose stated sizes lie', async () => {
    const bytes = zipSync({ 'xl/workbook.xml': new Uint8Array(100_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const end = bytes.length - 22;
    view.setUint32(view.getUint32(end + 16, true) + 24, 10, true);
    expect(await readXlsx(bytes)).toMatchObject({ ok: false, faults: [{ code: 'xlsx-damaged' }] });
  });
});
