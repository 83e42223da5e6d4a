/** Requests on conditional format rules; a rule is addressed by its place in the sheet's list. */
import type { sheets_v4 } from '@googleapis/sheets';
import { ApiFault } from '../../errors';
import { type Draft, sheetIdOf } from '../store';
import { checkCondition } from '../validation';
import type { Handlers } from './handler';

type Rule = sheets_v4.Schema$ConditionalFormatRule;

function check(draft: Draft, rule: Rule | undefined): { rule: Rule; sheetId: number } {
  if (!rule?.ranges?.length) throw new ApiFault('rule.ranges must not be empty.');
  if (Boolean(rule.booleanRule) === Boolean(rule.gradientRule)) {
    throw new ApiFault('Exactly one of rule.booleanRule and rule.gradientRule must be set.');
  }
  rule.ranges.forEach((range, i) => void draft.box(range, `rule.ranges[${i}]`));
  const sheetId = rule.ranges[0]?.sheetId ?? 0;
  if (rule.ranges.some((range) => (range.sheetId ?? 0) !== sheetId))
    throw new ApiFault('All ranges must be on the same grid.');
  if (rule.booleanRule) {
    if (!rule.booleanRule.condition) throw new ApiFault('rule.booleanRule.condition must be set.');
    checkCondition(rule.booleanRule.condition);
  }
  return { rule, sheetId };
}

function at(rules: readonly Rule[], index: number, sheetId: number): Rule {
  const rule = rules[index];
  if (!rule) throw new ApiFault(`No conditional format on sheet: ${sheetId} at index: ${index}`);
  return rule;
}

function add(draft: Draft, request: sheets_v4.Schema$AddConditionalFormatRuleRequest): void {
  const { rule, sheetId } = check(draft, request.rule);
  const sheet = draft.sheet(sheetId);
  const rules = [...(sheet.conditionalFormats ?? [])];
  const index = request.index ?? 0;
  if (index < 0 || index > rules.length) throw new ApiFault(`Invalid index: ${index}`);
  rules.splice(index, 0, rule);
  sheet.conditionalFormats = rules;
}

function update(draft: Draft, request: sheets_v4.Schema$UpdateConditionalFormatRuleRequest): sheets_v4.Schema$Response {
  const index = request.index ?? 0;
  const sheetId = request.rule ? check(draft, request.rule).sheetId : (request.sheetId ?? 0);
  const sheet = draft.sheet(sheetId);
  const rules = [...(sheet.conditionalFormats ?? [])];
  const oldRule = at(rules, index, sheetId);
  const newIndex = request.rule ? index : (request.newIndex ?? 0);
  if (newIndex < 0 || newIndex >= rules.length) throw new ApiFault(`Invalid newIndex: ${newIndex}`);
  const newRule = request.rule ?? oldRule;
  rules.splice(index, 1);
  rules.splice(newIndex, 0, newRule);
  sheet.conditionalFormats = rules;
  return { updateConditionalFormatRule: { oldIndex: index, newIndex, oldRule, newRule } };
}

function remove(draft: Draft, request: sheets_v4.Schema$DeleteConditionalFormatRuleRequest): sheets_v4.Schema$Response {
  const sheet = draft.sheet(request.sheetId);
  const rules = [...(sheet.conditionalFormats ?? [])];
  const rule = at(rules, request.index ?? 0, sheetIdOf(sheet));
  rules.splice(request.index ?? 0, 1);
  sheet.conditionalFormats = rules;
  return { deleteConditionalFormatRule: { rule } };
}

export const conditionalFormatRequests: Handlers = {
  addConditionalFormatRule: (draft, request) => void add(draft, request),
  updateConditionalFormatRule: update,
  deleteConditionalFormatRule: remove,
};
