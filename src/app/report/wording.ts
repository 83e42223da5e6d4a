/** What the commands about reports say. */
import type { Fault } from '../../ledger/fault';

const fault = (code: string, message: string): Fault => ({ code, message });

export const FAULTS = {
  missingTab: (tab: string): Fault => ({
    code: 'missing-tab',
    tab,
    message: `缺少“${tab}”表，没有生成报告，请运行“建立/升级台账”补建后重试。`,
  }),
  noPublished: fault(
    'no-published',
    '“报告登记”中还没有定稿的社会公开通报，后续进展无从比较，请先生成定稿，或指定自哪一版起。',
  ),
  noVersion: (version: number) => fault('no-version', `“报告登记”中没有第${version}版，请核对版本号。`),
  noReports: fault('no-reports', '“报告登记”中还没有可以对账的报告，请先生成报告，或选择要对账的文件。'),
  noDocument: (version: number) =>
    fault('no-document', `第${version}版没有登记 Google 文档的链接，请下载后作为文件对账。`),
  notComparable: (version: number, kind: string) =>
    fault('not-comparable', `第${version}版是“${kind}”，不由台账逐句生成，不能对账。`),
  superseded: (version: number) =>
    fault('superseded', `第${version}版草稿已被后来的草稿替换，没有底稿可比，请改用后来的版本对账。`),
  hitGone: fault('hit-gone', '这一项已不存在或所在句子已变，请重新检查后再处理。'),
  notOffered: (title: string, choice: string) =>
    fault('not-offered', `“${title}”不能选择“${choice}”，请改选其他处理方式，或修改台账中的文字。`),
  noReason: fault('no-reason', '请写明保留原文的理由（至少4个字），理由将记入办理记录。'),
  starter: fault(
    'starter-text',
    '“报告素材”中还没有这种报告的素材，现用的是参考文稿，请先填入素材并逐段修改，再定稿。',
  ),
  gaps: (count: number, first: string) =>
    fault('gap-left', `“报告素材”中还有${count}处待填写，如“${first}”，请填写后再定稿。`),
  noStarter: fault('no-starter', '这种报告没有素材，全部由台账生成，不必填入参考文稿。'),
  undecided: (place: string, title: string, masked: string) =>
    fault(
      'privacy-hit',
      `${place}：${title}${masked === '' ? '' : `（${masked}）`}尚未处理，请在生成报告的窗口中选择遮盖、改用职务或说明理由后保留。`,
    ),
  noIdentity: fault('no-identity', 'Google 没有提供您的登录邮箱，不能定稿，请用单位账号登录后重试。'),
  nobody: (what: string) => fault('no-releaser', `定稿须有${what}，请从“名单”中选择。`),
  sameAsMaker: (what: string) => fault('same-as-maker', `${what}不能是生成报告的人，请另选一人。`),
  stranger: (what: string, mail: string) => fault('not-listed', `${what}“${mail}”不在“名单”表中，请先登记。`),
  noDraft: fault('no-draft', '没有可以沿用的草稿：上一版不是草稿，或没有底稿，请取消“沿用手工修改”后再生成。'),
  templateOfForm: fault(
    'template-of-form',
    '模板用于通报和报告；销号审批表、三清单、档案目录版式固定，请取消模板后再生成。',
  ),
  twoTemplates: fault('two-templates', '模板文件和 Google 文档模板只能用一种，请去掉一种后再生成。'),
  noDocumentLink: fault(
    'no-document-link',
    '这不是 Google 文档的链接，请打开模板文档，复制浏览器地址栏中的地址（https://docs.google.com/document/d/…）。',
  ),
  brokenUpload: (name: string) => fault('unreadable-file', `文件“${name}”没有完整传来，请重新选择文件。`),
};

export const NOTES = {
  starter: '“报告素材”中还没有这种报告的素材，本稿用的是参考文稿，请修改后再用。',
  noBody: '模板中没有{@body}，报告正文没有写入，只填了标签。',
  kept: (count: number) => `沿用了上一稿中${count}处手工修改。`,
  dropped: (count: number) => `上一稿中有${count}处手工修改因台账已变或在表格中而未能沿用，请逐一核对。`,
};
