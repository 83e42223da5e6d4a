/** The scan over a whole report: where hits stand, what spares them, and what decisions do. */
import { describe, expect, test } from '@jest/globals';
import { type PrivacyDecision, rolesForNames, scanReport } from '../../../src/report/privacy';
import { textOf } from '../../../src/report/text';
import { composed, forestryBureau } from '../reports';
import { decide, found, hitsIn, identity, luhn, peopledLedger, reportOf } from './reports';

const NONE: ReadonlyMap<string, PrivacyDecision> = new Map();
const MOBILE = '13812345678';

describe('where a hit stands', () => {
  test('every kind of text is looked through, and named', () => {
    const table = (text: string) => ({
      columns: [{ header: `栏${text}`, share: 1, align: 'left' as const }],
      rows: [['无'], [text]],
    });
    const numbers = Array.from({ length: 14 }, (_, i) => String(13812345600 + i));
    const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = '', j = '', k = '', l = '', m = ''] =
      numbers;
    const document = reportOf(
      { kind: 'mark', text: a },
      { kind: 'title', lines: ['关于', b.slice(0, 5), b.slice(5)] },
      { kind: 'blank' },
      { kind: 'heading', level: 1, runs: [{ text: c }], about: 4 },
      { kind: 'paragraph', runs: [{ text: d.slice(0, 4) }, { text: d.slice(4), strong: true }] },
      { kind: 'table', table: table(e) },
      { kind: 'form', form: { columns: [1], rows: [[{ text: f, label: true }], [{ text: g }]] } },
      {
        kind: 'chart',
        chart: { form: 'line', title: h, alt: i, categories: [j], series: [{ name: k, values: [1] }] },
      },
      { kind: 'signature', unit: l, date: '2026年9月15日' },
      { kind: 'attachments', names: [m] },
      { kind: 'attachment', label: '附件', title: '台账', table: table(numbers[13] ?? '') },
    );
    const { hits } = scanReport(document, peopledLedger(), NONE);
    expect(hits.map(({ place, text }) => `${place} ${text}`).sort()).toEqual(
      [
        `首页标记 ${a}`,
        `标题 ${b}`,
        `正文第1段 ${c}`,
        `正文第2段 ${d}`,
        `正文表1表头 ${e}`,
        `正文表1第2行 ${e}`,
        `表单第1行 ${f}`,
        `表单第2行 ${g}`,
        `图1 ${h}`,
        `图1 ${i}`,
        `图1 ${j}`,
        `图1 ${k}`,
        `落款 ${l}`,
        `附件说明 ${m}`,
        `附件表表头 ${numbers[13]}`,
        `附件表第2行 ${numbers[13]}`,
      ].sort(),
    );
    expect(hits.find(({ text }) => text === c)?.about).toBe(4);

    const masked = scanReport(document, peopledLedger(), decide(hits, '遮盖'));
    expect(textOf(masked.document)).not.toMatch(/138123/);
    expect(masked.document.blocks[4]).toEqual({ kind: 'paragraph', runs: [{ text: '138****5603' }] });
  });

  test('the title is also the file’s, and counts once', () => {
    const document = { ...reportOf({ kind: 'title', lines: ['关于张三', '的通报'] }), title: '关于张三的通报' };
    const { hits } = scanReport(document, peopledLedger(), NONE);
    expect(hits).toMatchObject([{ place: '标题', before: '关于', after: '的通报' }]);
    const { document: masked } = scanReport(document, peopledLedger(), decide(hits, '遮盖'));
    expect(masked).toMatchObject({ title: '关于张某的通报', blocks: [{ lines: ['关于张某', '的通报'] }] });
  });

  test('one sentence in many places is one hit', () => {
    const { hits } = scanReport(reportOf(...Array(20).fill(`电话${MOBILE}。`)), peopledLedger(), NONE);
    expect(hits).toMatchObject([
      { place: '正文第1段、正文第2段、正文第3段、正文第4段、正文第5段、正文第6段、正文第7段等' },
    ]);
  });

  test('context is at most 20 characters', () => {
    const [hit] = hitsIn(`${'前'.repeat(30)}${MOBILE}${'后'.repeat(30)}`);
    expect(hit).toMatchObject({ before: '前'.repeat(20), after: '后'.repeat(20) });
  });
});

describe('what spares a hit', () => {
  const contact = '联系人：张三\n电话：0797-1234567\n邮箱：jb@x.example\n地址：青水县青石镇人民路12号';

  test('the contact block may carry a name, an office telephone, mail and address', () => {
    for (const line of contact.split('\n')) expect(found(line, { contact })).toEqual([]);
    // elsewhere the same words are hits
    expect(found('由张三、jb@x.example负责', { contact })).toEqual(['name: 张三', 'mail: jb@x.example']);
  });

  test('but no mobile, identity number or card', () => {
    const lines = [`手机：${MOBILE}`, `身份证${identity('36072119850307421')}`, luhn('622202151000123456')];
    const rules = lines.flatMap((line) => hitsIn(line, { contact: lines.join('\n') }));
    expect(rules.map(({ rule, place }) => `${place} ${rule}`)).toEqual([
      '联系方式 mobile',
      '联系方式 id-number',
      '联系方式 bank-card',
    ]);
  });

  test('lines of 可公开内容, verbatim', () => {
    const allowed = '单位邮箱jb@x.example\n青石镇人民路12号\n张三';
    expect(found('发至jb@x.example，由张三登记', { allowed })).toEqual([]);
    expect(found('发至ajb@x.example', { allowed })).toEqual(['mail: ajb@x.example']);
  });

  test('a mobile of the contact once it stands in 可公开内容', () => {
    expect(found(`手机：${MOBILE}`, { contact: `手机：${MOBILE}`, allowed: MOBILE })).toEqual([]);
  });

  test('a unit’s name in the signature', () => {
    const signed = {
      ...reportOf({ kind: 'signature', unit: '高峰镇党委', date: '2026年9月15日' }),
      author: '高峰镇党委',
    };
    expect(scanReport(signed, peopledLedger(), NONE).hits).toEqual([]);
    expect(found('高峰镇党委')).toEqual(['name: 高峰']);
  });

  test('never a punished person nor an identity number', () => {
    const number = identity('36072119850307421');
    expect(found(`对张三问责`, { allowed: '张三' })).toEqual(['punished-name: 张三']);
    expect(found(number, { allowed: number })).toEqual([`id-number: ${number}`]);
  });
});

describe('decisions', () => {
  const document = reportOf(`由张三同志负责，电话${MOBILE}。电话${MOBILE}，另立案1件。`);
  const { hits } = scanReport(document, peopledLedger(), NONE);
  const decided = (choice: PrivacyDecision['choice']) => scanReport(document, peopledLedger(), decide(hits, choice));

  test('are carried out, and shown', () => {
    expect(hits).toHaveLength(4);
    expect(textOf(decided('遮盖').document)).toBe('由张某同志负责，电话138****5678。电话138****5678，另立案1件。');
    expect(textOf(decided('改用职务').document)).toBe(
      `由党组书记、局长负责，电话${MOBILE}。电话${MOBILE}，另立案1件。`,
    );
    expect(textOf(decided('保留').document)).toBe(textOf(document));
    expect(decided('遮盖').hits.map(({ decision }) => decision?.choice)).toEqual(['遮盖', '遮盖', '遮盖', undefined]);
    expect(decided('改用职务').hits.map(({ decision }) => decision?.choice)).toEqual([
      '改用职务',
      undefined,
      undefined,
      undefined,
    ]);
    expect(decided('保留').hits.every(({ decision }) => decision?.choice === '保留')).toBe(true);
  });

  test('to keep what may not be kept count for nothing', () => {
    for (const text of [identity('36072119850307421'), luhn('622202151000123456'), '对张三诫勉']) {
      const one = reportOf(text);
      const kept = decide(scanReport(one, peopledLedger(), NONE).hits, '保留');
      expect(scanReport(one, peopledLedger(), kept).hits).toMatchObject([{ keepable: false, decision: null }]);
    }
  });

  test('lapse when the sentence changes, and not with the rest of the paragraph', () => {
    const kept = decide(hits, '保留');
    const again = (text: string) => scanReport(reportOf(text), peopledLedger(), kept).hits;
    expect(again(`新加一句。由张三同志负责，电话${MOBILE}。`).every(({ decision }) => decision !== null)).toBe(true);
    expect(again(`改由张三同志负责，电话${MOBILE}。`).some(({ decision }) => decision !== null)).toBe(false);
  });

  test('two of the same words in a sentence are decided each', () => {
    const twice = hitsIn('张三和张三丰');
    expect(new Set(twice.map(({ key }) => key)).size).toBe(2);
  });

  test('to keep a link lays open what is in it', () => {
    const link = reportOf(`见https://x.example/${MOBILE}`);
    const first = scanReport(link, peopledLedger(), NONE);
    expect(first.hits.map(({ rule }) => rule)).toEqual(['link']);
    const second = scanReport(link, peopledLedger(), decide(first.hits, '保留'));
    expect(second.hits.map(({ rule, decision }) => [rule, decision?.choice])).toEqual([
      ['link', '保留'],
      ['mobile', undefined],
    ]);
  });

  test('names beside each other and in brackets are each replaced', () => {
    const brackets = reportOf('由张三（李四局长）负责');
    const { hits: names } = scanReport(brackets, peopledLedger(), NONE);
    expect(textOf(scanReport(brackets, peopledLedger(), decide(names, '改用职务')).document)).not.toMatch(/张三|李四/);
  });
});

test('a key is a fingerprint and tells nothing', () => {
  for (const { key } of hitsIn(`张三电话${MOBILE}，立案`)) expect(key).toMatch(/^[0-9a-f]{64}$/);
});

test('a composed report: names become 职务, its contact stays, and nothing is left to decide', () => {
  const ledger = forestryBureau({
    people: [{ mail: 'a@x.example', name: '林木森', position: '党组书记' }],
    settings: { contact: '联系人：林木森\n联系电话：0999-5550166\n电子邮箱：lyj@zhuxiwan.example' },
    narrative: [{ part: '引言', order: 1, level: '段落', body: '党组书记林木森同志主持党组会，由林木森负总责。' }],
  });
  const report = composed(ledger);
  const named = rolesForNames(report, ledger.people.records, ledger.settings.contact);
  const { hits, document } = scanReport(named, ledger, NONE);
  expect(hits).toEqual([]);
  expect(textOf(document)).toContain('党组书记主持党组会，由党组书记负总责。');
  expect(textOf(document)).toContain('联系人：林木森');
});
