/** Rule placeholder: XX, 某某, 待补充, sample names and phones, template marks left in the ledger. */
import { fillerIn, sampleNameIn, samplePhoneIn, templateMarkIn } from '../text/fillers';
import type { Observation, Rule } from './finding';
import { quoted } from './observe';
import { cellsOf, printedCells, settingCells } from './printed';

export const placeholder: Rule = {
  code: 'placeholder',
  severity: 'warning',
  title: '占位内容未替换',
  explains: '“XX”“待补充”、样例姓名和电话一旦公开，会被当作敷衍。',
  check({ ledger }) {
    const { issues, measures, evidence, outcomes, people } = ledger;
    const texts = [
      ...printedCells(ledger),
      ...cellsOf(issues, ['detail', 'cause', 'department']),
      ...cellsOf(measures, ['department']),
      ...cellsOf(evidence, ['name', 'documentNumber', 'location']),
      ...cellsOf(outcomes, ['matter', 'documentNumber']),
    ];
    const names = [
      ...cellsOf(issues, ['leader', 'person']),
      ...cellsOf(measures, ['person']),
      ...cellsOf(people, ['name']),
    ];
    const marked = [...cellsOf(issues, ['title', 'effect', 'inference', 'measureLead', 'measureClosing', 'publicText'])]
      .concat(cellsOf(measures, ['content', 'result']))
      .concat(settingCells(ledger, ['unit', 'title', 'signatory', 'contact']));
    return [
      ...texts.flatMap(({ text, about }): Observation[] => {
        const found = fillerIn(text);
        if (found === undefined) return [];
        return [about({ message: `有占位内容${quoted(found)}`, remedy: '改为实际内容；不便写出的，改写为概括的说法' })];
      }),
      ...names.flatMap(({ text, about }): Observation[] => {
        const found = sampleNameIn(text) ?? fillerIn(text);
        if (found === undefined) return [];
        return [about({ message: `${quoted(found)}像是样例姓名`, remedy: '改为实际姓名；确有其人的，申请豁免' })];
      }),
      ...marked.flatMap(({ text, about }): Observation[] => {
        const found = templateMarkIn(text);
        if (found === undefined) return [];
        return [
          about({
            message: `占位符${quoted(found)}在这里不会被替换`,
            remedy: '改为实际内容；占位符只能写在“报告素材”表',
          }),
        ];
      }),
      ...settingCells(ledger, ['contact']).flatMap(({ text, about }): Observation[] => {
        const found = samplePhoneIn(text);
        if (found === undefined) return [];
        return [about({ message: `电话${quoted(found)}像是样例号码`, remedy: '改为实际的办公电话' })];
      }),
    ];
  },
};
