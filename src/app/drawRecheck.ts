/** 回头看抽查: draws the sample and logs how it was drawn, so that nobody chooses what is looked at again. */
import { ok, type Result, refuse } from '../ledger/fault';
import { readLedger } from '../ledger/read';
import { TABS } from '../ledger/schema';
import { drawSample, overturnRate } from '../workflow/recheck';
import type { Gives, Takes } from './contract';
import { logged } from './logged';
import type { Ports } from './ports';

export function drawRecheck(
  ports: Ports,
  { share, seed, by = '方面' }: Takes<'drawRecheck'>,
): Result<Gives<'drawRecheck'>> {
  if (!(share > 0 && share <= 1))
    return refuse({ code: 'bad-share', message: `抽查比例${share}应大于0、不大于1，如0.1表示10%。` });
  if (seed.trim() === '')
    return refuse({ code: 'no-seed', message: '请填写抽样种子（任意文字或数字），凭它可以重新抽出同一样本。' });
  return ports.exclusively(() => {
    const snapshot = ports.workbook.read();
    const { ledger } = readLedger(snapshot);
    const closed = ledger.issues.records.flatMap(({ number, title, aspect, department, state }) =>
      number !== null && (state === '已销号' || state === '长期坚持')
        ? [{ number, title, stratum: by === '方面' ? aspect : department }]
        : [],
    );
    const sample = drawSample(closed, share, seed);
    const answer = { seed, share, population: closed.length, sample, overturned: overturnRate(ledger.log.records) };
    if (sample.length === 0) return ok(answer);
    const drawn = sample.map(({ number }) => number).join('、');
    const reason = `种子${seed}，比例${share}，按${by}分层，从已销号和长期坚持的${closed.length}个问题中抽中${sample.length}个：${drawn}`;
    const written = ports.workbook.commit(
      snapshot,
      logged(ports, ledger, { action: '抽样', subject: TABS.issues.title, reason }),
    );
    return written.ok ? ok(answer) : written;
  });
}
