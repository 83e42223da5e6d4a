/** Sending one by one: the mark goes before each mail, and refusals and time end a run without losing count. */
import type { OutgoingMail, SentMark } from '../../src/app/ports';
import { sendMails } from '../../src/app/sendMails';
import { rankOf } from '../../src/app/sentMark';

const letter = (sequence: number) => ({
  ...{ to: `${sequence}@example.invalid`, subject: '【提醒】', body: '', html: '' },
  number: `提醒〔2026〕${sequence}号`,
});
const LETTERS = [1, 2, 3, 4, 5, 6].map(letter);

/** @param sendOne  what the service does with a mail, and how long it takes in seconds */
function run(sendOne: (mail: OutgoingMail) => { went: boolean; seconds?: number }) {
  const doings: string[] = [];
  let now = Date.parse('2026-11-24T08:00:00+08:00');
  let mark: SentMark | undefined;
  const mail = {
    quotaLeft: () => 50,
    send(one: OutgoingMail) {
      const { went, seconds = 1 } = sendOne(one);
      now += seconds * 1000;
      doings.push(`send ${one.to.slice(0, 1)}`);
      return went;
    },
    mark: () => mark,
    keep(given: SentMark) {
      mark = structuredClone(given);
      doings.push(`mark ${given.last % 1000}${given.begun ? ' begun' : ''}`);
    },
    alone: <T>(work: () => T) => work(),
    ledgerUrl: () => '',
  };
  const clock = { now: () => new Date(now).toISOString(), today: () => '2026-11-24' };
  return { outcome: sendMails({ mail, clock }, LETTERS, 0), doings, mark };
}

test('every mail has its mark before it goes, and the last mark says that it went', () => {
  const { outcome, doings } = run(() => ({ went: true }));
  expect(outcome).toEqual({ sent: 6, unsent: 0, doubtful: [] });
  expect(doings.slice(0, 4)).toEqual(['mark 1 begun', 'send 1', 'mark 2 begun', 'send 2']);
  expect(doings.slice(-2)).toEqual(['send 6', 'mark 6']);
});

test('a refused mail is kept as doubtful, and the others go', () => {
  const { outcome, mark } = run(({ to }) => ({ went: !to.startsWith('3') }));
  expect(outcome).toEqual({ sent: 5, unsent: 0, doubtful: ['提醒〔2026〕3号'] });
  expect(mark).toEqual({ last: rankOf('提醒〔2026〕6号'), begun: false, doubtful: ['提醒〔2026〕3号'] });
});

test('three refusals in a row end the run', () => {
  const { outcome, mark } = run(({ to }) => ({ went: to.startsWith('1') }));
  expect(outcome).toMatchObject({ sent: 1, unsent: 2 });
  expect(mark?.last).toBe(rankOf('提醒〔2026〕4号'));
});

test('a run ends in time, and leaves the rest', () => {
  const { outcome, mark } = run(() => ({ went: true, seconds: 100 }));
  expect(outcome).toEqual({ sent: 3, unsent: 3, doubtful: [] });
  expect(mark).toEqual({ last: rankOf('提醒〔2026〕3号'), begun: false, doubtful: [] });
});

test('numbers of a later year come after all of the one before', () => {
  expect(rankOf('提醒〔2027〕1号')).toBeGreaterThan(rankOf('提醒〔2026〕9999号'));
  expect(rankOf('督办〔2026〕1号')).toBe(0);
});
