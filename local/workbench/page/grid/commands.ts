/** Which of Univer's commands a person may run in the workbench, and what becomes of the others. */

export type Policy = 'allow' | 'refuse' | 'sort-up' | 'sort-down' | 'sort-rules' | 'insert-rows' | 'delete-rows';

/** What the ledger keeps for itself or the host does not do: columns, merges, looks, tabs, rules, notes. */
const REFUSED = [
  /^sheet\.command\.(insert|remove|move)-(multi-)?cols?\b/,
  /^sheet\.command\.(insert|delete)-range-move-/,
  /^sheet\.command\.move-rows$/,
  /worksheet-merge/,
  /^sheet\.command\.(insert|remove|copy)-sheet/,
  /^sheet\.command\.set-(worksheet-(name|order|hidden|show|default-style|protection|permission-points|range-theme-style)|workbook-name|tab-color)$/,
  /^sheet\.command\.set-(style|bold|italic|underline|stroke|overline|font-family|font-size|text-color|background-color|horizontal-text-align|vertical-text-align|text-wrap|text-rotation|border.*|range-(bold|italic|underline|stroke|subscript|superscript|fontsize|font-.*|text-color))$/,
  /^sheet\.command\.(reset-.*color|clear-selection-format|apply-format-painter|set-(once|infinite)-format-painter|paste-format)$/,
  /^sheet\.command\.numfmt\./,
  /^sheet\.command\.(set-.*frozen|cancel-frozen|toggle-gridlines|set-gridlines-color)$/,
  /^sheet\.command\.(.*-protection.*|.*defined-name|split-text-to-columns|text-to-number)$/,
  /^sheet\.command\.(update-note|delete-note)$/,
  /^sheet\.command\.(addDataValidation|remove-all-data-validation|remove-data-validation-rule|updateDataValidationRuleRange)$/,
  /^sheets\.command\..*data-validation/,
  /^data-validation\.command\./,
  /^sheets-formula\.command\.quick-sum$/,
  /^sheet\.command\.(remove-sheet-filter|smart-toggle-filter|set-filter-range)$/,
];

export function policyOf(id: string): Policy {
  if (/^sheet\.command\.sort-range-asc/.test(id)) return 'sort-up';
  if (/^sheet\.command\.sort-range-desc/.test(id)) return 'sort-down';
  if (id === 'sheet.command.sort-range') return 'sort-rules';
  if (id === 'sheet.command.insert-row' || id === 'sheet.command.insert-row-by-range') return 'insert-rows';
  if (/^sheet\.command\.remove-row(-by-range|-confirm)?$/.test(id)) return 'delete-rows';
  return REFUSED.some((pattern) => pattern.test(id)) ? 'refuse' : 'allow';
}

/** Items of Univer's own menus that would only be refused. */
export const HIDDEN_ITEMS = [
  'sheet.command.insert-col-before',
  'sheet.command.insert-col-after',
  'sheet.command.insert-multi-cols-before',
  'sheet.command.insert-multi-cols-right',
  'sheet.command.remove-col',
  'sheet.command.remove-col-confirm',
  'sheet.command.hide-col-confirm',
  'sheet.command.insert-range-move-right-confirm',
  'sheet.command.insert-range-move-down-confirm',
  'sheet.command.delete-range-move-left-confirm',
  'sheet.command.delete-range-move-up-confirm',
  'sheet.command.clear-selection-format',
  'sheet.command.clear-selection-all',
  'sheet.command.paste-format',
  'sheet.command.paste-formula',
  'sheet.command.paste-col-width',
  'sheet.command.paste-besides-border',
  'sheet.command.copy-formula-only',
  'sheet.command.set-once-format-painter',
  'sheet.command.set-row-frozen',
  'sheet.command.set-col-frozen',
  'sheet.command.set-selection-frozen',
  'sheet.command.set-first-row-frozen',
  'sheet.command.set-first-column-frozen',
  'sheet.command.cancel-frozen',
  'sheet.command.set-range-protection-from-context-menu',
  'sheet.command.add-range-protection-from-context-menu',
  'sheet.command.delete-range-protection-from-context-menu',
  'sheet.command.view-sheet-permission-from-context-menu',
  'sheet.command.insert-sheet',
  'sheet.command.remove-sheet-confirm',
  'sheet.command.copy-sheet',
  'sheet.command.set-tab-color',
  'sheet.command.set-worksheet-hidden',
  'sheet.command.set-worksheet-show',
  'sheet.command.add-worksheet-protection',
  'sheet.command.add-range-protection-from-sheet-bar',
  'sheet.command.change-sheet-protection-from-sheet-bar',
  'sheet.command.delete-worksheet-protection-from-sheet-bar',
  'sheet.command.view-sheet-permission-from-sheet-bar',
  'sheet.command.update-note',
  'sheet.command.delete-note',
  'sheet.command.sort-range-asc-ext',
  'sheet.command.sort-range-desc-ext',
  'sheet.command.sort-range-asc-ext-ctx',
  'sheet.command.sort-range-desc-ext-ctx',
  'sheet.operation.add-note-popup',
  'sheet.operation.rename-sheet',
  'sheet.menu.data-validation',
  'sheet.menu.sheet-frozen',
  'sheet.row-header-menu.sheet-frozen',
  'sheet.column-header-menu.sheet-frozen',
  'sheet.contextMenu.permission',
];
