/** Rule document-overdue: an incoming document's day has passed and nobody recorded that it was dealt with. */
import { daysBetween } from '../text/dates';
import { rowsOf } from './context';
import type { Check } from './finding';
import { about } from './observe';

export const documentOverdue: Check = ({ ledger: { documents }, today }) => {
  // a ledger of an earlier version has nowhere to say it
  if (documents.columns.settledOn === undefined) return [];
  return rowsOf(documents).flatMap((row) => {
    const { dueOn, settledOn, department } = row.record;
    if (dueOn === null || dueOn >= today || settledOn !== null) return [];
    const message = `办结日期${dueOn}已过${daysBetween(dueOn, today)}天，还没有办结`;
    return about(row, 'dueOn', message, `已办结的填写“办结于”；没有办结的，请${department || '承办部门'}抓紧办理`);
  });
};
