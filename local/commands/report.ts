/** `report`: a report of any kind as .docx and text. */
import { ok } from '../files/result';
import { type Command, DONE, type Given, REFUSED, textOption } from './command';
import type { ReportRequest } from './door/reports';
import { onLedger, shortened } from './ledgerCommand';
import { writeReport } from './reportFiles';
import { ASKED_OPTIONS, ASKED_USAGE, askedFor, uploadOf } from './reportOptions';

export const reportCommand: Command = {
  name: 'report',
  usage: `${ASKED_USAGE} [--template FILE] [--final --reviewer MAIL --approver MAIL] [--out DIR]`,
  summary: '生成报告（.docx 和 .txt）；--final 为定稿，须有保密审查人和批准人，有错误或未处理的敏感内容时不予生成',
  options: {
    ...ASKED_OPTIONS,
    template: { type: 'string' },
    final: { type: 'boolean' },
    reviewer: { type: 'string' },
    approver: { type: 'string' },
    out: { type: 'string' },
  },
  arguments: [],
  async run(given, voice, world) {
    const asked = askedFor(given);
    if (typeof asked === 'string') return voice.misuse(asked);
    const template = uploadOf(textOption(given, 'template'));
    if (template !== undefined && 'code' in template) return voice.refused([template], 2);
    const request: ReportRequest = { ...asked, ...released(given), ...(template === undefined ? {} : { template }) };
    const folder = textOption(given, 'out') ?? 'out';
    return onLedger(given, voice, world, 'write', (session) => {
      const answer = session.call('generateReport', request);
      if (!answer.ok) return answer;
      const { status, version, refused } = answer.value;
      // files lie on disk here, where every draft is one of its own
      const notes = answer.value.notes.filter((note) => !note.includes('另建新稿'));
      const files = writeReport(session, answer.value, folder);
      if (!files.ok) return files;
      const saved = session.save();
      if (!saved.ok) return saved;
      const made = files.value.docx !== null;
      const title = status === 'final' ? '定稿' : '草稿';
      voice.result({ ...files.value, status, version, notes, refused }, [
        ...(made ? [`已生成${title}：`, `  ${files.value.docx}`, `  ${files.value.text}`, ...notes] : []),
        ...(refused.length > 0 ? [`没有生成${status === 'final' ? '定稿' : '报告'}，原因：`] : []),
        ...shortened(refused.map((fault) => `  ${fault.message}`)),
      ]);
      return ok(made && refused.length === 0 ? DONE : REFUSED);
    });
  },
};

function released(given: Given): Pick<ReportRequest, 'final' | 'reviewer' | 'approver'> {
  const [reviewer, approver] = [textOption(given, 'reviewer'), textOption(given, 'approver')];
  return {
    ...(given.values.final === true ? { final: true } : {}),
    ...(reviewer === undefined ? {} : { reviewer }),
    ...(approver === undefined ? {} : { approver }),
  };
}
