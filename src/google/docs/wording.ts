/** What people read of the Google Docs the program makes. */

/** Why a draft is left as it is; follows its name. */
export const WHY_NOT = {
  trashed: '已在回收站',
  locked: '已被锁定为只读',
  edited: '已有人修改',
  commented: '中有批注',
  unread: '没有读到内容',
};

export const NOTES = {
  lost: '找不到上一稿的文件，已另建新稿。',
  left: (name: string, why: string) => `“${name}”${why}，已另建新稿。`,
  unrepaired: 'Google 文档的版式没有整理成，.docx 不受影响。',
  unfrozen: (name: string) => `“${name}”没有锁定为只读，请在云端硬盘中手动锁定。`,
};

export const DOCUMENT_LOST =
  '找不到这份 Google 文档，或者它不是您本人生成的；请由生成的人操作，或下载为 .docx 后再对账。';

/** Why a Google Doc cannot be had as .docx for a template. */
export const EXPORT_FAULTS = {
  lost: {
    code: 'template-doc-lost',
    message:
      '打不开这份 Google 文档模板：只能用您本人在“生成报告”窗口中生成的模板样张，在原文档中修改；别人的文档、自己新建的文档和样张的副本，程序都看不到。请把它下载为 .docx 后选择文件。',
  },
  otherKind: {
    code: 'template-doc-kind',
    message: '链接指向的不是 Google 文档（如存放在云端硬盘中的 .docx），请下载为 .docx 后选择文件。',
  },
  tooLarge: {
    code: 'template-doc-large',
    message: 'Google 文档模板超过 10 MB，请缩小其中的图片，或下载为 .docx 后选择文件。',
  },
};

/** The self-test: what is tested, how it is told, and what the program falls back on. */
export const ITEMS = {
  pageNumber: '页码',
  evenFooter: '单双页页脚',
  landscape: '横向页',
  headerRow: '跨页重复表头',
  indent: '首行缩进2字符',
  pitch: '行距',
};

/** Named styles whose typeface is tested. */
export const TYPEFACES = {
  TITLE: '标题字体',
  HEADING_1: '一级标题字体',
  HEADING_2: '二级标题字体',
  NORMAL_TEXT: '正文字体',
};

export const FOUND = {
  none: '没有找到',
  kept: '已保留',
  oneFooter: '单双页同用一个页脚',
  sides: (odd: string | undefined, even: string) => `单页${side(odd)}，双页${side(even)}`,
  upright: '全部为纵向',
  points: (points: number) => `${points}磅`,
  percent: (percent: number) => `${percent}%`,
};

function side(alignment: string | undefined): string {
  return { START: '靠左', CENTER: '居中', END: '靠右' }[alignment ?? ''] ?? '无页码';
}

export const FALLBACKS = {
  page: '打印和公开以 .docx 为准。',
  reset: '生成报告时程序会重新设置。',
  pitch: (percent: number) => `生成报告时程序会设为最接近固定行距的${percent}%。`,
};

export const PROBE_NAME = '整改台账自检（可删除）';
