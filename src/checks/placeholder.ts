/** Rule placeholder: XX, 某某, 待补充, sample names and phones, template marks left in the ledger. */
import { fillerIn, sampleNameIn, samplePhoneIn, templateMarkIn } from '../text/fillers';
import { rowsOf } from './context';
import type { Check, Observation } from './finding';
import { quoted } from './observe';
import { aboutCells, cellsOf, printedCells, settingCells, type TextCell } from './printed';

export const placeholder: Check = (context) => {
  const { issues, measures, evidence, ledger } = context;
  const texts = [
    ...printedCells(context),
    ...cellsOf(issues, 'detail', 'cause', 'department'),
    ...cellsOf(measures, 'department'),
    ...cellsOf(evidence, 'name', 'documentNumber', 'location'),
    ...cellsOf(rowsOf(ledger.outcomes), 'matter', 'documentNumber'),
  ];
  const names = [
    ...cellsOf(issues, 'leader', 'person'),
    ...cellsOf(measures, 'person'),
    ...cellsOf(rowsOf(ledger.people), 'name'),
  ];
  const unresolved = [
    ...cellsOf(issues, 'title', 'effect', 'inference', 'measureLead', 'measureClosing', 'publicText'),
    ...cellsOf(measures, 'content', 'result'),
    ...settingCells(ledger.settings, 'unit', 'title', 'signatory', 'contact'),
  ];
  return [
    ...found(texts, fillerIn, (it) => `有占位内容${it}`, '改为实际内容或概括的说法'),
    ...found(names, nameFillerIn, (it) => `${it}像是样例姓名`, '改为实际姓名；确有其人的，申请豁免'),
    ...found(
      unresolved,
      templateMarkIn,
      (it) => `占位符${it}在这里不会被替换`,
      '改为实际内容；占位符只能写在“报告素材”表',
    ),
    ...found(
      settingCells(ledger.settings, 'contact'),
      samplePhoneIn,
      (it) => `电话${it}像是样例号码`,
      '改为实际的办公电话',
    ),
  ];
};

function found(
  cells: readonly TextCell[],
  find: (text: string) => string | undefined,
  say: (it: string) => string,
  remedy: string,
): Observation[] {
  return aboutCells(cells, (text) => {
    const it = find(text);
    return it === undefined ? undefined : [say(quoted(it)), remedy];
  });
}

function nameFillerIn(text: string): string | undefined {
  return sampleNameIn(text) ?? fillerIn(text);
}
