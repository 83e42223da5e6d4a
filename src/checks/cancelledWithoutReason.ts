/** Rule cancelled-without-reason: a measure was dropped and nobody says why. */
import type { Check } from './finding';
import { aboutAll } from './observe';

export const cancelledWithoutReason: Check = ({ measures }) =>
  aboutAll(
    measures.filter(({ record }) => record.state === '已取消' && record.result.trim() === ''),
    'result',
    '措施已取消，却没有写明理由',
    '在“落实情况”写明取消的理由和替代的做法；不该取消的，改回实际状态',
  );
