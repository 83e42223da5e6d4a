import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { nextStep, pause } from '../../src/sidebar/follow';
import { groupsOf } from '../../src/sidebar/issue/fieldGroups';
import { safeLink } from '../../src/sidebar/links';
import { base64Of, isReadable } from '../../src/sidebar/upload';
import { dueWords, instantWords, stateTone } from '../../src/sidebar/words';

describe('following the row stood on', () => {
  const base = { standing: 5, before: 2, shown: 2, pinned: false, dirty: false };
  test.each([
    ['another row was chosen', {}, { do: 'show', issue: 5 }],
    ['at the start', { before: undefined, shown: null }, { do: 'show', issue: 5 }],
    ['text is unsaved', { dirty: true }, { do: 'offer', issue: 5 }],
    ['it is pinned', { pinned: true }, { do: 'stay' }],
    ['the row belongs to no issue', { standing: null }, { do: 'stay' }],
    ['the person has turned the page in the sidebar since', { before: 5, shown: 6 }, { do: 'stay' }],
    ['it is shown already', { shown: 5 }, { do: 'stay' }],
  ] as const)('when %s', (_case, change, step) => {
    expect(nextStep({ ...base, ...change })).toEqual(step);
  });

  test('asks about every two seconds, less often after a quiet minute, ever less after failures', () => {
    expect([pause(0, 0), pause(59_000, 0), pause(61_000, 0), pause(0, 1), pause(0, 9)]).toEqual([
      2000, 2000, 5000, 4000, 30_000,
    ]);
  });
});

describe('links', () => {
  test.each([
    'https://docs.google.com/document/d/1aB_c/edit#heading=h.1',
    'https://drive.google.com/file/d/1aB/view?usp=sharing',
    ' https://www.yunxi.example/公示/2026.html ',
  ])('%s may be followed', (text) => {
    expect(safeLink(text)).toBe(text.trim());
  });
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//https://docs.google.com',
    'data:text/html,<script>alert(1)</script>',
    'http://docs.google.com/',
    '//docs.google.com/',
    'https://user@evil.example/',
    'https://docs.google.com/"onclick="x',
    'https://a.example/<b>',
    'https:/docs.google.com',
    '档案室 2026-永久-0012',
    '',
  ])('%s stays text', (text) => {
    expect(safeLink(text)).toBeNull();
  });
});

test('a file crosses as base64, byte for byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }),
  );
});

test('only .txt and .docx are read', () => {
  const names = ['反馈意见.txt', '反馈意见.DOCX', '反馈意见.doc', '反馈意见.pdf', 'docx'];
  expect(names.filter(isReadable)).toEqual(['反馈意见.txt', '反馈意见.DOCX']);
});

test('a deadline is told in words, never by colour alone', () => {
  const words = [
    { due: '逾期', daysLeft: -12 },
    { due: '临期', daysLeft: 3 },
    { due: '临期', daysLeft: 0 },
    { due: '正常', daysLeft: 40 },
    { due: '正常', daysLeft: -88 },
    { due: '无时限', daysLeft: null },
  ] as const;
  expect(words.map((due) => dueWords(due))).toEqual([
    { words: '已逾期12天', tone: 'bad' },
    { words: '临期，还有3天', tone: 'soon' },
    { words: '今日到期', tone: 'soon' },
    { words: '还有40天', tone: 'plain' },
    { words: '', tone: 'plain' },
    { words: '', tone: 'plain' },
  ]);
  expect([stateTone('已销号'), stateTone('constructor')]).toEqual(['good', 'plain']);
});

test('a time is told as the log has it', () => {
  expect(instantWords('2026-05-06T09:08:07+08:00')).toBe('2026-05-06 09:08');
  expect(instantWords('去年冬天')).toBe('去年冬天');
});

test('a form leaves out what the program writes and what names the record, and loses no other field', () => {
  const field = (id: string, system = false) => ({
    ...{ id, header: id, kind: 'text' as const, note: '', required: false, system, options: [], value: '' },
  });
  const fields = [
    field('number'),
    field('operation'),
    field('title'),
    field('state', true),
    field('deadline'),
    field('newer'),
  ];
  const groups = groupsOf('issues', fields);
  expect(groups.map(({ title, fields: own }) => [title, own.map(({ id }) => id)])).toEqual([
    ['问题', ['title']],
    ['责任与时限', ['deadline']],
    ['其他', ['newer']],
  ]);
  expect(groupsOf('measures', [field('id'), field('issue'), field('content')])[0]?.fields).toHaveLength(1);
});
