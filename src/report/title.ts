/** The report's title: drawn up from the settings, and broken into lines at sense units (GB/T 9704-2012, 7.3.1). */
import type { Settings } from '../ledger/settings';
import { normaliseParagraph } from '../text/punctuation';

/** 2号 characters in a line of the type area: 156 mm / 22 pt. */
const LINE = 20;
/** A line more than needed must be worth so much in sense and shape. */
const EXTRA_LINE = 4;
/** Longer texts are no titles; they are filled line by line. */
const LONGEST = 100;

/** Words a title is made of, longest first: a line never ends inside one. */
const WORD =
  /^(?:情况的通报|情况的公告|情况的报告|情况|中国共产党|中共|领导小组|委员会|党总支|党支部|党组|党委|关于|反馈|意见|问题|专项|常规|机动|集中|巡察|巡视|整改|进展|落实|通报|公告|报告|以及|的|和)/;

/** A long unit's or round's name may be broken after one of these … */
const NAME_ENDS = /[省市县区州盟旗乡镇届委局院会部校厂处所社队]$|(?:中心|公司|集团|学院|大学|医院|街道)$/;
/** … unless one of these goes on with the word: 县委, 市级, 区直. */
const GOES_ON = /^[委政级直域属员]/;

/** Who reports: `中共青禾县水务局党组`. */
export function partyBodyName(settings: Pick<Settings, 'unit' | 'partyBody'>): string {
  const unit = normaliseParagraph(settings.unit);
  if (unit === '') return '';
  const named = unit.endsWith(settings.partyBody) ? unit : unit + settings.partyBody;
  return /^(?:中共|中国共产党)/.test(named) ? named : `中共${named}`;
}

/** Who signs: 落款单位 of 设置, else the party body. */
export function signatoryOf(settings: Pick<Settings, 'signatory' | 'unit' | 'partyBody'>): string {
  return normaliseParagraph(settings.signatory) || partyBodyName(settings);
}

/**
 * The title on one line, `''` when the settings say 无: 报告标题 as written, or
 * `中共〔单位〕〔党组织〕关于〔轮次〕巡察|巡视整改情况的通报`.
 */
export function titleOf(settings: Settings): string {
  const written = normaliseParagraph(settings.title.replace(/[\r\n]+/g, ''));
  if (written === '无') return '';
  if (written !== '') return written;
  return `${partyBodyName(settings)}关于${roundName(settings)}整改情况的通报`;
}

/** `十四届县委第六轮巡察`. */
export function roundName({ round, inspectionKind }: Pick<Settings, 'round' | 'inspectionKind'>): string {
  return normaliseParagraph(round).replace(/巡[察视]$/, '') + inspectionKind;
}

/**
 * The lines of a title: as few as hold it, broken at sense units only — never inside a word or, where it fits a line,
 * the unit's name — and forming a trapezium or rhombus rather than a rectangle or an hourglass.
 */
export function titleLines(title: string, unit: string): string[] {
  if (title === '') return [];
  if (width(title) <= LINE) return [title];
  const units = senseUnits(title, normaliseParagraph(unit));
  if (width(title) > LONGEST) return filled(title);
  const fewest = Math.ceil(width(title) / LINE);
  const few = bestBreak(units, fewest);
  const more = bestBreak(units, fewest + 1);
  if (few && (!more || few.cost <= more.cost + EXTRA_LINE)) return few.lines;
  return more?.lines ?? filled(title);
}

/** Width in full-width characters: Latin letters and digits count half. */
export function width(text: string): number {
  let total = 0;
  for (const character of text) total += character < '\u0100' ? 0.5 : 1;
  return total;
}

/** A stretch that stays whole, and how ill a line break before it would be. */
interface SenseUnit {
  text: string;
  penalty: number;
}

function senseUnits(title: string, unit: string): SenseUnit[] {
  const units: SenseUnit[] = [];
  let before = '';
  const push = (text: string): void => {
    const penalty = penaltyBetween(before, text);
    const last = units[units.length - 1];
    // what may not begin a line (的, closing marks, 党组) or follow such an end (中共, 关于, opening marks) is joined
    if (last && penalty === Infinity) last.text += text;
    else units.push({ text, penalty });
    before = text;
  };
  const at = unit === '' ? -1 : title.indexOf(unit);
  let unknown = '';
  for (let i = 0; i < title.length; ) {
    const rest = title.slice(i);
    // a name longer than a line must be broken like any other text
    const word = i === at && width(unit) < LINE ? unit : WORD.exec(rest)?.[0];
    if (word === undefined) {
      const [character = ''] = Array.from(rest.slice(0, 2));
      unknown += character;
      i += character.length;
      continue;
    }
    nameParts(unknown).forEach(push);
    unknown = '';
    push(word);
    i += word.length;
  }
  nameParts(unknown).forEach(push);
  return units;
}

/** Names in parts that may stand on different lines: after 县, 局, 公司 …; digits and Latin words stay whole. */
function nameParts(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  const characters = Array.from(text);
  characters.forEach((character, i) => {
    part += character;
    const next = characters[i + 1] ?? '';
    if (next === '' || (NAME_ENDS.test(part) && part.length > 1 && !GOES_ON.test(next))) {
      parts.push(part);
      part = '';
    }
  });
  return parts;
}

function penaltyBetween(before: string, text: string): number {
  if (/^[的和。，、；：！？”’）》〉】…—]/.test(text)) return Infinity;
  if (/^$|[“‘（《〈【]$|^(?:中共|中国共产党|关于|和|以及)$/.test(before)) return Infinity;
  if (text === '关于') return 0;
  if (/^(?:党组|党委|委员会|党总支|党支部)$/.test(text)) return 8;
  if (before.endsWith('的')) return 3;
  if (text.startsWith('情况')) return 4;
  return /^(?:巡察|巡视|集中|整改|专项)$/.test(text) ? 2 : 9;
}

/** The best division of the units into `count` lines of at most LINE, or undefined when there is none. */
function bestBreak(units: readonly SenseUnit[], count: number): { lines: string[]; cost: number } | undefined {
  let best: { lines: string[]; cost: number } | undefined;
  const divide = (from: number, lines: readonly string[], penalty: number): void => {
    if (best && penalty >= best.cost) return;
    let text = '';
    for (let to = from; to < units.length; to += 1) {
      text += units[to]?.text ?? '';
      if (width(text) > LINE) return;
      const next = units[to + 1];
      const divided = [...lines, text];
      if (next && divided.length < count) divide(to + 1, divided, penalty + next.penalty);
      if (next || divided.length < count) continue;
      const cost = penalty + shapeCost(divided.map(width));
      if (!best || cost < best.cost) best = { lines: divided, cost };
    }
  };
  divide(0, [], 0);
  return best;
}

/** How far lines of these widths are from a balanced trapezium or rhombus. */
function shapeCost(widths: readonly number[]): number {
  const mean = widths.reduce((sum, w) => sum + w, 0) / widths.length;
  let cost = widths.reduce((sum, w) => sum + Math.max(0, Math.abs(w - mean) - 2) * 1.5, 0);
  for (let i = 1; i < widths.length; i += 1) {
    const [before = 0, own = 0, after = 0] = widths.slice(i - 1, i + 2);
    if (own === before) cost += 2;
    // a line shorter than both its neighbours makes an hourglass
    if (own < before && own < after) cost += 12;
  }
  return cost;
}

/** Lines filled one after the other, for a text that has no sense units of a line's length. */
function filled(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (width(line + character) > LINE) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}
