/** `reconcile`: a published report, sentence by sentence, against the ledger. */
import { ok } from '../files/result';
import { type Command, DONE, issueNumber, REFUSED, textOption } from './command';
import type { Difference } from './door/reports';
import { onLedger, shortened } from './ledgerCommand';
import { uploadOf } from './reportOptions';

const KINDS = { ledger: '台账已变', hand: '手工修改', both: '两边都变' } as const;

export const reconcileCommand: Command = {
  name: 'reconcile',
  usage: 'FILE [--version N]',
  summary: '对账：把已发布的报告（.docx 或 .txt）逐句与生成时的底稿和现在的台账比较',
  options: { version: { type: 'string' } },
  arguments: ['FILE'],
  async run(given, voice, world) {
    const written = textOption(given, 'version');
    const version = written === undefined ? undefined : issueNumber(written);
    if (typeof version === 'string') return voice.misuse(version);
    const file = uploadOf(given.positionals[0]);
    if (file === undefined) return voice.misuse('请写明要对账的文件。');
    if ('code' in file) return voice.refused([file], 2);
    return onLedger(given, voice, world, 'read', (session) => {
      const answer = session.call('reconcile', { file, ...(version === undefined ? {} : { version }) });
      if (!answer.ok) return answer;
      const { same, hand, ledger, both, changes } = answer.value;
      const against = answer.value.version === null ? '现在的台账' : `第${answer.value.version}版底稿和现在的台账`;
      voice.result(answer.value, [
        `与${against}比较：一致 ${same} 句，手工修改 ${hand} 处，台账已变 ${ledger} 处，两边都变 ${both} 处。`,
        ...shortened(changes.flatMap(linesOf)),
      ]);
      return ok(changes.length === 0 ? DONE : REFUSED);
    });
  },
};

function linesOf({ kind, about, base, published, ledger }: Difference): string[] {
  const side = (name: string, text: string): string => `    ${name}：${text === '' ? '（无）' : text}`;
  return [
    `  ${KINDS[kind]}${about === null ? '' : `（问题${about}）`}`,
    side('底稿', base),
    side('已发布', published),
    side('台账', ledger),
  ];
}
