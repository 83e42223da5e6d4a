/** `privacy`: what of a report must not be published as it stands, and the decision on one of the hits. */
import { ok } from '../files/result';
import { type Command, DONE, REFUSED, textOption } from './command';
import type { PrivacyHit } from './door/reports';
import { onLedger } from './ledgerCommand';
import { ASKED_OPTIONS, askedFor } from './reportOptions';

export const privacyCommand: Command = {
  name: 'privacy',
  usage: '[--kind public|follow-up] [--variant …] [--decide KEY --choice 遮盖|改用职务|保留 [--reason …]]',
  summary: '脱敏检查：列出不宜公开的内容；--decide 处理其中一项（记入办理记录）',
  options: {
    ...ASKED_OPTIONS,
    decide: { type: 'string' },
    choice: { type: 'string' },
    reason: { type: 'string' },
  },
  arguments: [],
  async run(given, voice, world) {
    const asked = askedFor(given);
    if (typeof asked === 'string') return voice.misuse(asked);
    const [key, choice] = [textOption(given, 'decide'), textOption(given, 'choice')];
    if ((key === undefined) !== (choice === undefined)) return voice.misuse('--decide 和 --choice 须同时写明。');
    return onLedger(given, voice, world, key === undefined ? 'read' : 'write', (session) => {
      const answer =
        key === undefined || choice === undefined
          ? session.call('scanPrivacy', asked)
          : session.call('decideHit', { ...asked, key, choice, reason: textOption(given, 'reason') ?? '' });
      if (!answer.ok) return answer;
      const saved = key === undefined ? ok(undefined) : session.save();
      if (!saved.ok) return saved;
      const { hits } = answer.value;
      const open = hits.filter(({ decision }) => decision === null);
      voice.result({ hits }, [
        hits.length === 0
          ? '脱敏检查：没有发现不宜公开的内容。'
          : `脱敏检查：${hits.length} 项，其中 ${open.length} 项尚未处理。`,
        ...hits.map(lineOf),
      ]);
      return ok(open.length === 0 ? DONE : REFUSED);
    });
  },
};

function lineOf({ key, title, text, place, masked, role, keepable, decision }: PrivacyHit): string {
  const ways = [
    ...(masked === null ? [] : [`遮盖为“${masked}”`]),
    ...(role === null ? [] : [`改用职务“${role}”`]),
    ...(keepable ? ['保留（须写理由）'] : []),
  ];
  const state = decision === null ? `可${ways.join('、')}；--decide ${key}` : `已处理：${decision.choice}`;
  return `  ${place} ${title}“${text}”：${state}`;
}
