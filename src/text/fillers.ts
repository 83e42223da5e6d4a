/** Fillers a text was not meant to keep: XX, 某某, 待补充, empty brackets, sample names and numbers, template marks. */

/** Names every form sample uses; a person of that name is told so once and may be waived. */
const SAMPLE_NAMES = ['张三', '李四', '王五', '赵六', '某某'];
const SAMPLE_PHONES =
  /(?<!\d)(?:1(\d)\1{9}|1380013800[0-9]|13800000000|12345678(?:9\d?\d?)?|(?:0\d{2,3}-?)?(\d)\2{6,7}|0?1234567|0\d{2,3}-?1234567\d?)(?!\d)/;
const FILLERS: readonly RegExp[] = [
  /[XxＸｘ]{2,}/,
  /[×✕╳]{2,}/,
  /[○〇●◯]{2,}(?![年一二三四五六七八九])/,
  // 138****1234 is a mask in use, not a filler
  /(?<![\d*])\*{2,}(?![\d*])/,
  /_{2,}|＿{2,}/,
  /待补充|待填写?|待完善后填|待核实|待确认|此处填写|请填写|\bTODO\b|\bTBD\b|\bFIXME\b/i,
  /某(?:某|单位|同志|领导|部门|县|市|镇|局)/,
  /[（(]\s*[）)]|“\s*”|《\s*》|【\s*】/,
];
const TEMPLATE_MARK = /\{\{[^{}]*\}\}|\{\{|\}\}/;

/** The first filler of a running text; undefined when there is none. Template marks `{{…}}` are not looked for. */
export function fillerIn(text: string): string | undefined {
  let first: { at: number; found: string } | undefined;
  for (const pattern of FILLERS) {
    const match = pattern.exec(text);
    if (match && !isChineseYear(text, match) && (first === undefined || match.index < first.at)) {
      first = { at: match.index, found: match[0] };
    }
  }
  return first?.found;
}

/** The first template mark `{{…}}`, or half of one. */
export function templateMarkIn(text: string): string | undefined {
  return TEMPLATE_MARK.exec(text)?.[0];
}

/** A sample name in a cell that lists names. */
export function sampleNameIn(text: string): string | undefined {
  return SAMPLE_NAMES.find((name) => text.includes(name));
}

/** A telephone number no one has, such as 13800138000 or 0000-12345678. */
export function samplePhoneIn(text: string): string | undefined {
  return SAMPLE_PHONES.exec(text)?.[0];
}

/** 二〇〇三年: the zeros of a year written in Chinese. */
function isChineseYear(text: string, { 0: found, index }: RegExpExecArray): boolean {
  return /^〇+$/.test(found) && /[一二三四五六七八九〇]/.test(text.charAt(index - 1));
}
