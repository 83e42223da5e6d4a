import fc from 'fast-check';
import { continueLog, fingerprint, type LogDraft, verifyLog } from '../../src/workflow/chain';

const draft = (to: string): LogDraft => ({
  at: '2026-03-20T09:15:00+08:00',
  actor: 'jingban@example.invalid',
  action: '导入',
  subject: '问题台账 1',
  to,
});
const drafts = fc.array(fc.string({ unit: 'grapheme' }).map(draft), { minLength: 1, maxLength: 12 });

test('the fingerprint is SHA-256 of UTF-8, as any other tool computes it', () => {
  expect(fingerprint('整改𠀀')).toBe('b1f0a3b3d64e3cd12e33c695b70d244ef35a5f1c5a64df183e0974294e83fbe8');
  expect(fingerprint('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('a log continued in several steps verifies, in whatever order its rows stand', () => {
  fc.assert(
    fc.property(drafts, drafts, (first, second) => {
      const log = continueLog([], first);
      const whole = [...log, ...continueLog(log, second)];
      expect(verifyLog([...whole].reverse())).toEqual({ rows: whole.length, intact: true, broken: null });
    }),
  );
});

test('a changed, removed or exchanged row breaks the chain at that row', () => {
  fc.assert(
    fc.property(drafts, fc.nat(), (list, pick) => {
      const log = continueLog([], list);
      const at = pick % log.length;
      const changed = log.map((entry, i) => (i === at ? { ...entry, to: `${entry.to}改` } : entry));
      expect(verifyLog(changed)).toMatchObject({ intact: false, broken: at + 1 });
      const removed = log.filter((_, i) => i !== at);
      if (at < log.length - 1) expect(verifyLog(removed).intact).toBe(false);
    }),
  );
});
