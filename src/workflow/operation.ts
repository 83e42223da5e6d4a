/** 操作 as people type it in a cell: an action, and after it what it needs, as `申请延期：2026-12-31 客观条件 汛期无法施工`. */
import { parseDate } from '../text/dates';
import { ACTION_IDS, ACTIONS, type ActionId } from './actions';
import type { Course } from './course';
import { chainOf, type Input } from './guards';

const DATE = /(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?|\d{8})/;
const SEPARATORS = /[\s：:，,；;（）()]+/;

export type Operation = Input & { action: ActionId };

/** What a cell asks for; undefined where it names no action. */
export function readOperation(text: string): Operation | undefined {
  const written = text.trim();
  const words = ACTION_IDS.flatMap((action) =>
    [ACTIONS[action].title, ...(ACTIONS[action].also ?? [])].map((word) => ({ action, word })),
  ).sort((a, b) => b.word.length - a.word.length);
  const found = words.find(({ word }) => written.startsWith(word));
  if (found === undefined) return undefined;
  const rest = written.slice(found.word.length);
  // 退回材料 is no 退回 of something called 材料: what follows a word is set off from it
  if (rest !== '' && !/^[\s：:，,（(；;]/.test(rest)) return undefined;
  const { classes = [], needs } = ACTIONS[found.action];
  const [matched, onDate] = needs.includes('date') ? (DATE.exec(rest) ?? [undefined]) : [undefined];
  const date = onDate === undefined ? undefined : parseDate(onDate);
  const undated = date === undefined || matched === undefined ? rest : rest.replace(matched, ' ');
  const pieces = undated.split(SEPARATORS).filter((piece) => piece !== '');
  const classed = pieces.findIndex((piece) => classes.some((known) => piece.startsWith(known)));
  const reasonClass = classes.find((known) => pieces[classed]?.startsWith(known)) ?? '';
  const kept = pieces.map((piece, at) => (at === classed ? piece.slice(reasonClass.length) : piece));
  const reason = kept.filter((piece) => piece !== '').join('，');
  return { action: found.action, reason, date: date ?? null, reasonClass };
}

/** The actions a course allows in a unit of this 销号流程, for the drop-down of its row. */
export function offered(course: Course, chain: string): ActionId[] {
  const byItself = chainOf(chain) === 'self';
  return ACTION_IDS.filter((id) => {
    if (byItself ? id === 'apply' || id === 'applyOngoing' : id === 'selfCheck') return false;
    if (!ACTIONS[id].from.some((state) => state === course.state)) return false;
    if (id === 'grantExtension' || id === 'refuseExtension') return course.extension !== null;
    return id !== 'extend' || course.extension === null;
  });
}
