/** Rule no-inference: closed without looking for the same fault elsewhere. */
import type { Check } from './finding';
import { aboutAll } from './observe';

export const noInference: Check = ({ issues }) =>
  aboutAll(
    issues.filter(({ record }) => record.state === '已销号' && record.inference.trim() === ''),
    'inference',
    '已销号，但没有写举一反三',
    '写明排查范围和结果；没有的，写“经排查未发现同类问题”',
  );
