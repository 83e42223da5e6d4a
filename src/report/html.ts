/** The report as a page of HTML for a preview: the same values as the .docx, all of the ledger's text escaped. */
import type { Block, Form, ReportDocument, Run, Table } from './document';
import { escapeXml } from './docx/xml';
import { attachmentNote } from './text';

const FONTS = {
  fang: "'仿宋_GB2312','FangSong_GB2312','仿宋',FangSong,STFangsong,serif",
  hei: "'黑体',SimHei,'Heiti SC','Noto Sans CJK SC',sans-serif",
  kai: "'楷体_GB2312','KaiTi_GB2312','楷体',KaiTi,STKaiti,serif",
  title: "'方正小标宋简体','FZXiaoBiaoSong-B05S','华文中宋',SimSun,serif",
} as const;

/** GB/T 9704-2012: A4, 37/26/35/28 mm, 28.95 pt pitch, 16 pt text. */
const STYLE = `
@page{size:A4;margin:37mm 26mm 35mm 28mm}
body{margin:0;background:#ddd;font:16pt/28.95pt ${FONTS.fang}}
section{box-sizing:border-box;width:210mm;margin:12px auto;padding:37mm 26mm 35mm 28mm;background:#fff;overflow-wrap:anywhere}
section.wide{width:297mm;padding:28mm 37mm 26mm 35mm}
p,h2,h3,h4,h5{margin:0;font-size:16pt;font-weight:400;text-indent:2em;text-align:justify}
h1{margin:0 0 28.95pt;font:400 22pt/32pt ${FONTS.title};text-align:center}
h2{font-family:${FONTS.hei}}
h3{font-family:${FONTS.kai}}
b{font-weight:700}
p.right{text-align:right;text-indent:0;padding-right:2em}
p.flush{text-indent:0;font-family:${FONTS.hei}}
table{width:100%;border-collapse:collapse;font-size:12pt;line-height:16pt}
thead{display:table-header-group}
th,td{border:1px solid #000;padding:2px 4px;font-weight:400;vertical-align:middle}
th{font-family:${FONTS.hei}}
.center{text-align:center}
@media print{body{background:none}section{width:auto;margin:0;padding:0;break-after:page}}
`;

/** A whole page, without scripts and outside resources. */
export function htmlOf({ title, blocks }: ReportDocument): string {
  const pages = [
    `<section>${blocks
      .filter(({ kind }) => kind !== 'attachment')
      .map(blockHtml)
      .join('')}</section>`,
    ...blocks
      .filter(({ kind }) => kind === 'attachment')
      .map((block) => `<section class="wide">${blockHtml(block)}</section>`),
  ];
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escapeXml(title)}</title><style>${STYLE}</style><body>${pages.join('')}</body></html>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'mark':
      return `<p class="flush">${escapeXml(block.text)}</p>`;
    case 'title':
      return `<h1>${block.lines.map(escapeXml).join('<br>')}</h1>`;
    case 'heading':
      return `<h${block.level + 1}>${runsHtml(block.runs)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p${block.flush ? ' style="text-indent:0"' : ''}>${runsHtml(block.runs)}</p>`;
    case 'blank':
      return '<p>&nbsp;</p>';
    case 'signature': {
      const unit = block.unit === undefined ? '' : `<p class="right">${escapeXml(block.unit)}</p>`;
      return `${unit}<p class="right">${escapeXml(block.date)}</p>`;
    }
    case 'attachments':
      return attachmentNote(block.names)
        .map((line) => `<p>${escapeXml(line)}</p>`)
        .join('');
    case 'attachment':
      return `<p class="flush">${escapeXml(block.label)}</p><h1>${escapeXml(block.title)}</h1>${tableHtml(block.table)}`;
    case 'table':
      return tableHtml(block.table);
    case 'form':
      return formHtml(block.form);
    case 'chart':
      return `<p>${escapeXml(block.chart.alt)}</p>`;
  }
}

function runsHtml(runs: readonly Run[]): string {
  return runs.map(({ text, strong }) => (strong ? `<b>${escapeXml(text)}</b>` : escapeXml(text))).join('');
}

function columnsHtml(shares: readonly number[]): string {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const columns = shares.map((share) => `<col style="width:${((100 * share) / total).toFixed(2)}%">`);
  return `<colgroup>${columns.join('')}</colgroup>`;
}

function linesHtml(text: string): string {
  return text.split('\n').map(escapeXml).join('<br>');
}

function formHtml({ columns, rows }: Form): string {
  const body = rows.map((row) => {
    const cells = row.map(({ text, span = 1, label = false, lines = 0 }) => {
      const name = label ? 'th' : 'td';
      const height = lines === 0 ? '' : ` style="height:${(lines * 28.95).toFixed(2)}pt"`;
      return `<${name} colspan="${span}"${height}>${linesHtml(text)}</${name}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${columnsHtml(columns)}<tbody>${body.join('')}</tbody></table>`;
}

function tableHtml({ columns, rows }: Table): string {
  const head = columns.map(({ header }) => `<th>${escapeXml(header)}</th>`).join('');
  const body = rows.map((cells) => {
    const tds = cells.map((cell, at) => {
      const lines = linesHtml(cell);
      return columns[at]?.align === 'center' ? `<td class="center">${lines}</td>` : `<td>${lines}</td>`;
    });
    return `<tr>${tds.join('')}</tr>`;
  });
  return `<table>${columnsHtml(columns.map(({ share }) => share))}<thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}
