import { describe, expect, test } from '@jest/globals';
import { add, change, findingsIn, messagesOf, soundLedger } from './soundLedger';

describe('link-form', () => {
  const say = (location: string): string[] =>
    messagesOf('link-form', ({ evidence }) => change(evidence, 0, { location }));

  test.each([
    '档号2026-007',
    '青水档2026-XC-015',
    '志办2026年永久第20号',
    '0123-WS·2026-D30-0007',
    '岚医档·巡察·2026-28、岚医档·巡察·2026-29',
    'A: 第3柜第2层',
    'https://files.qinghe.example/zhenggai/1-1-01',
    'HTTPS://files.qinghe.example',
    'http://10.12.3.4:8080/oa/view?id=7&k=a;b#p2',
    'http://oa/整改/会议纪要（3月）.pdf',
    'https://files.qinghe.example/a （第3页起）',
    '会议纪要 https://files.qinghe.example/a',
    'https://files.qinghe.example/a\nhttps://files.qinghe.example/b；档号2026-007',
  ])('lets be: %s', (location) => {
    expect(say(location)).toEqual([]);
  });

  test.each([
    ['www.qinghe.example/a', '缺少开头的 https://'],
    ['drive.qinghe.com/file/d/1', '缺少开头的 https://'],
    ['http:/files.qinghe.example/a', '不是完整的 https 链接'],
    ['https：／／files.qinghe.example/a', '不是完整的 https 链接'],
    ['htps://files.qinghe.example/a', '不是完整的 https 链接'],
    ['https://', '不是完整的 https 链接'],
    ['ftp://files.qinghe.example/a', '不是完整的 https 链接'],
    ['https://files.qinghe.example/a b.pdf', '链接中间有空格'],
    ['D:\\整改\\会议纪要.docx', '是本机或共享文件夹的路径，别人打不开'],
    ['\\\\192.168.1.8\\整改', '是本机或共享文件夹的路径，别人打不开'],
    ['file:///C:/整改/a.docx', '是本机或共享文件夹的路径，别人打不开'],
    ['ding@qinghe.example', '是邮箱地址，不是材料的链接'],
    ['档号2026-007、www.qinghe.example', '缺少开头的 https://'],
  ])('%s: %s', (location, fault) => {
    const [message, ...others] = say(location);
    expect(others).toEqual([]);
    expect(message).toMatch(/^佐证材料 I2（材料编号1-1-01）：“/);
    expect(message?.endsWith(`${fault}。`)).toBe(true);
  });
});

describe('document-number', () => {
  const found = (documentNumber: string) =>
    findingsIn(
      soundLedger(({ evidence }) => change(evidence, 0, { documentNumber })),
      'document-number',
    );

  test.each([
    '',
    '青水党组〔2026〕4号',
    '青水党组〔2026〕4号、5号',
    '青水发〔2026〕18号；青水党组发〔2026〕26号',
    '青河办发〔2026〕120号',
    '党组会议纪要〔2026〕第3期',
    '青禾县人民政府令第12号',
    'GB/T 9704-2012',
  ])('lets be: %s', (documentNumber) => {
    expect(found(documentNumber)).toEqual([]);
  });

  test.each([
    ['青水党组[2026]4号', '年份用六角括号〔〕', '青水党组〔2026〕4号'],
    ['青水党组（2026）4号', '年份用六角括号〔〕', '青水党组〔2026〕4号'],
    ['青水党组【2026】4号', '年份用六角括号〔〕', '青水党组〔2026〕4号'],
    ['青水党组〔2026〕第4号', '序号前不加“第”', '青水党组〔2026〕4号'],
    ['青水党组〔2026〕004号', '序号前不补0', '青水党组〔2026〕4号'],
    ['青水党组〔2026〕40', '末尾写“号”', '青水党组〔2026〕40号'],
    ['青水党组〔26〕4号', '年份写全四位', '青水党组〔2026〕4号'],
    ['青水党组〔２０２６〕 ４号', '不留空格，不用全角数字', '青水党组〔2026〕4号'],
    ['青水字[2026]第04', '年份用六角括号〔〕、序号前不加“第”、序号前不补0、末尾写“号”', '青水字〔2026〕4号'],
  ])('%s: %s', (written, faults, sound) => {
    expect(found(written)).toMatchObject([
      {
        severity: 'warning',
        message: `佐证材料 F2（材料编号1-1-01）：文号“${written}”不合规范：${faults}。`,
        remedy: `改为“${sound}”；原件确实如此的，写明情况并申请豁免。`,
      },
    ]);
    expect(found(sound)).toEqual([]);
  });

  test('without a year in brackets it is only noted', () => {
    expect(found('党组2026年4号文')).toMatchObject([{ severity: 'note' }]);
    expect(found('青水党组〔2026〕')).toMatchObject([{ severity: 'warning' }]);
  });

  test('is asked of rules, notices, outcomes and incoming documents, not of receipts', () => {
    const documentNumber = '青水发[2026]4号';
    expect(messagesOf('document-number', ({ evidence }) => change(evidence, 1, { documentNumber }))).toEqual([]);
    expect(
      messagesOf('document-number', ({ outcomes, documents }) => {
        add(outcomes, { id: 'C01', documentNumber });
        add(documents, { id: '2026-001', documentNumber });
      }).map((message) => message.slice(0, 8)),
    ).toEqual(['整改成果 D2（', '收文登记 D2（']);
  });
});
