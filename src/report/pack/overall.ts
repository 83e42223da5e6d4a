/** 总体进度 in sentences, every rate with what it is a rate of. */
import { formatRate, type Rate, type Statistics } from '../../progress/statistics';
import { OVERALL } from './wording';

export function overallOf(statistics: Statistics): string[] {
  const { fedBack, issues, measures, onTime, acceptance, evidenced, returned, overturned } = statistics;
  return [
    OVERALL.issues(fedBack, issues, rateText(issues.completion)),
    OVERALL.overdue(issues.overdue, rateText({ n: issues.overdue, d: issues.total })),
    OVERALL.measures(measures.inForce, measures.done, rateText(measures.completion)),
    OVERALL.quality({
      first: rateText(onTime.first.rate),
      present: rateText(onTime.present.rate),
      signed: rateText(acceptance.signed),
      reported: acceptance.reported.total,
      evidenced: rateText(evidenced),
      returned: rateText(returned),
      overturned: rateText(overturned),
    }),
  ];
}

/** `76%（19/25）`; `—` where there is nothing it could be a rate of. */
export function rateText(rate: Rate): string {
  return rate.d === 0 ? formatRate(rate) : `${formatRate(rate)}（${rate.n}/${rate.d}）`;
}
