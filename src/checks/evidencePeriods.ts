/** Rules evidence-period and period-date: evidence of a periodic measure has to say which period it shows, and truly. */
import { periodAt, readPeriod, recurrenceOf } from '../workflow/periods';
import type { Check } from './finding';
import { about, aboutAll } from './observe';

export const evidencePeriod: Check = ({ evidence, today }) => [
  ...aboutAll(
    evidence.filter(({ record, measure }) => measure && recurrenceOf(measure.record) && record.period.trim() === ''),
    'period',
    '佐证的是周期性措施，却没有填写“所属期”',
    '填写材料所属的那一期，如 2026-W23、2026-03、2026-Q3、2026-H1 或 2026',
  ),
  ...evidence.flatMap((row) => {
    const { period, date } = row.record;
    const recurrence = row.measure && recurrenceOf(row.measure.record);
    if (recurrence === undefined || period.trim() === '' || readPeriod(period, recurrence) !== undefined) return [];
    return about(
      row,
      'period',
      `从“${period.trim()}”看不出是${recurrence}措施的哪一期`,
      `写明年份和期次，如 ${periodAt(date ?? today, recurrence).label}；一份材料涉及几期的，逐期登记`,
    );
  }),
];

export const periodDate: Check = ({ evidence }) =>
  evidence.flatMap((row) => {
    const { period, date } = row.record;
    const recurrence = row.measure && recurrenceOf(row.measure.record);
    if (recurrence === undefined || date === null) return [];
    const label = readPeriod(period, recurrence);
    // labels sort as their periods do
    if (label === undefined || periodAt(date, recurrence).label >= label) return [];
    const message = `材料日期${date}早于所属期${label}，这一期还没有开始`;
    return about(row, 'date', message, '核对日期和“所属期”，改正填错的一个');
  });
