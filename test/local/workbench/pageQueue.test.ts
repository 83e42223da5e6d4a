import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { type Job, Queue } from '../../../local/workbench/page/queue';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function queueWithLog() {
  const log: string[] = [];
  const queue = new Queue({
    lost: (lost) => {
      if (lost) log.push('断开');
    },
    busy: (what) => {
      if (what !== null) log.push(`正在${what}`);
    },
    waiting: () => undefined,
  });
  return { queue, log };
}

const job = (what: string, log: string[], more: Partial<Job> = {}): Job => ({
  what,
  send: async () => {
    log.push(what);
    return 'done';
  },
  ...more,
});

test('edits go out in the order they were typed', async () => {
  const { queue, log } = queueWithLog();
  for (const what of ['一', '二', '三']) queue.add(job(what, log));
  await jest.advanceTimersByTimeAsync(10);
  expect(log).toEqual(['一', '二', '三']);
  expect(queue.idle).toBe(true);
});

test('what was not answered is sent again before what came later', async () => {
  const { queue, log } = queueWithLog();
  let down = true;
  queue.add(
    job('一', log, {
      send: async () => {
        if (down) return 'lost';
        log.push('一');
        return 'done';
      },
    }),
  );
  queue.add(job('二', log));
  await jest.advanceTimersByTimeAsync(10);
  expect(log).toEqual(['断开']);
  down = false;
  await jest.advanceTimersByTimeAsync(3000);
  expect(log).toEqual(['断开', '一', '二']);
});

test('cells of edits on their way are held until the answer', async () => {
  const { queue, log } = queueWithLog();
  const first = job('一', log, { cells: { sheet: '问题台账', keys: new Set(['1,1']) } });
  queue.add(first);
  queue.add(job('二', log, { cells: { sheet: '问题台账', keys: new Set(['2,1']) } }));
  expect(queue.held()).toEqual(new Map([['问题台账', new Set(['1,1', '2,1'])]]));
  expect(queue.held(first)).toEqual(new Map([['问题台账', new Set(['2,1'])]]));
  await jest.advanceTimersByTimeAsync(10);
  expect(queue.held().size).toBe(0);
});

test('only the last of several places stood on is told', async () => {
  const { queue, log } = queueWithLog();
  queue.add(job('生成报告', log));
  queue.add(job('A1', log, { replaces: 'select' }));
  queue.add(job('B2', log, { replaces: 'select' }));
  await jest.advanceTimersByTimeAsync(10);
  expect(log).toEqual(['生成报告', 'B2']);
});

test('work longer than a second is said to be going on', async () => {
  const { queue, log } = queueWithLog();
  const slow = () => new Promise<'done'>((resolve) => setTimeout(() => resolve('done'), 2500));
  queue.add({ what: '生成报告', send: slow });
  await jest.advanceTimersByTimeAsync(900);
  expect(log).toEqual([]);
  await jest.advanceTimersByTimeAsync(200);
  expect(log).toEqual(['正在生成报告']);
});
