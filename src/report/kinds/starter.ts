/** Texts to begin with, one for each kind of narrative: to be edited, with placeholders and gaps that are plain to see. */
import { NARRATIVE_PARTS, type Narrative, type NarrativeKind } from '../../ledger/schema';
import { SETTINGS, type Settings } from '../../ledger/settings';
import { gap, STARTERS } from './wording';

/** Settings that the placeholders print, and that may be blank. */
const MAY_BE_BLANK = ['unit', 'inspectionTeam', 'feedbackOn'] as const;

/** The rows of a kind (`''`: the notice). Where a setting is blank, a gap stands instead of its placeholder. */
export function starterNarrative(kind: '' | NarrativeKind, settings: Settings): Partial<Narrative>[] {
  const orders = new Map<string, number>();
  const blank = MAY_BE_BLANK.filter((id) => !settings[id]).map((id) => SETTINGS[id].item);
  const filled = (text: string): string =>
    text
      .replace(/【(.+?)】/g, (_, what: string) => gap(what))
      .replace(/{{党组织名称}}/g, (it) => (settings.unit ? it : `{{${SETTINGS.unit.item}}}`))
      .replace(/{{(.+?)}}/g, (it, item: string) => (blank.some((one) => one === item) ? gap(item) : it));
  return STARTERS[kind].split('\n').flatMap((line) => {
    const [word, title = '', body = ''] = line.split('|');
    const part = NARRATIVE_PARTS.find((known) => known === word) ?? '';
    if (kind === '' && part === '第一责任人' && settings.variant !== '三部分') return [];
    const order = (orders.get(part) ?? 0) + 1;
    orders.set(part, order);
    return { kind, part, order, level: title === '' ? '段落' : '1.', title, body: filled(body) };
  });
}
