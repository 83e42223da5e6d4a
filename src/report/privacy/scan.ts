/** The privacy scan: what a public report says that it must not, and the report with what was decided. */
import type { Ledger } from '../../ledger/ledger';
import { fingerprint } from '../../workflow/chain';
import type { ReportDocument } from '../document';
import { linesOf } from '../paragraphs';
import { namesInformant, tellsOfPunishment } from './context';
import type { Found, PrivacyDecision, PrivacyHit, PrivacyRule } from './hit';
import { maskedName } from './masks';
import { type NameFinder, nameFinder, standIn } from './names';
import { numbersIn } from './numbers';
import { patternsIn } from './patterns';
import { type Edit, rewriteTexts, sentenceAround } from './texts';
import { LEFT_OUT, PLACES, RULE_TITLES } from './wording';

/** Not even when 可公开内容 has them: identity numbers, and who was punished (counts only). */
const NEVER_SPARED: readonly PrivacyRule[] = ['id-number', 'punished-name'];
/** Nor may a card be kept; a number that only looks like one is for 可公开内容. */
const NOT_KEEPABLE: readonly PrivacyRule[] = [...NEVER_SPARED, 'bank-card'];
/** What a contact is for. */
const OF_CONTACT: readonly PrivacyRule[] = ['name', 'punished-name', 'mail', 'address'];
const CONTEXT = 20;
/** Places of one hit are told up to so many characters. */
const PLACES_SHOWN = 40;
const WIDE = /[\uff0b\uff0d\uff0e\uff10-\uff19\uff20-\uff3a\uff41-\uff5a]/g;

/**
 * Every hit in the order of the report, hits of one key (the same words in the same sentence) as one, and the document
 * with the decisions carried out. A decision counts when its choice is to be had: 遮盖 with a mask, 改用职务 with a 职务,
 * 保留 where it is allowed. What lies within a hit is a hit of its own only once the outer one is kept.
 */
export function scanReport(
  document: ReportDocument,
  { people, settings }: Ledger,
  decisions: ReadonlyMap<string, PrivacyDecision>,
): { hits: PrivacyHit[]; document: ReportDocument } {
  const find = nameFinder(people.records);
  const contact = new Set(linesOf(settings.contact));
  const allowed = linesOf(settings.allowed);
  const hits = new Map<string, PrivacyHit>();

  const printed = rewriteTexts(document, (text, { kind, place, about }) => {
    const isContact = contact.has(text);
    const where = isContact ? PLACES.contact : place;
    const found = findAll(text, kind === 'signature' ? undefined : find, settings.names === '职务')
      .filter(({ rule, from, to }) => {
        if (isContact && OF_CONTACT.includes(rule)) return false;
        return NEVER_SPARED.includes(rule) || !allowed.some((line) => line.includes(text.slice(from, to)));
      })
      .map(clearedOf)
      .sort((a, b) => a.from - b.from || b.to - a.to);
    const keyOf = keysIn(text);
    const settled: (Found & { choice: PrivacyDecision['choice'] | undefined })[] = [];
    let end = 0;
    found.forEach((first, i) => {
      if (first.from < end) return;
      const { rule, from, masked, role = null } = first;
      const to = reachOf(found, i);
      const key = keyOf(rule, from, to);
      const keepable = !NOT_KEEPABLE.includes(rule);
      const told = decisions.get(key);
      const had = { 遮盖: masked !== null, 改用职务: role !== null, 保留: keepable };
      const decision = told && had[told.choice] ? told : null;
      const known = hits.get(key);
      if (!known) {
        const before = text.slice(Math.max(0, from - CONTEXT), from);
        const after = text.slice(to, to + CONTEXT);
        const hit = { key, rule, title: RULE_TITLES[rule], text: text.slice(from, to), before, after, about };
        hits.set(key, { ...hit, place: where, masked, role, keepable, decision });
      } else if (!known.place.includes(where) && !known.place.endsWith(PLACES.more)) {
        known.place += known.place.length < PLACES_SHOWN ? `、${where}` : PLACES.more;
      }
      if (decision?.choice === '保留') return;
      end = to;
      settled.push({ ...first, to, choice: decision?.choice });
    });
    return settled.flatMap(({ from, to, masked, role, choice }, i): Edit[] => {
      if (choice === '遮盖') return [{ from, to, text: masked ?? '' }];
      if (choice !== '改用职务' || !role) return [];
      const before = text.slice(settled[i - 1]?.to ?? 0, from);
      const { left, right, text: title } = standIn(role, before, text.slice(to, settled[i + 1]?.from));
      return [{ from: from - left, to: to + right, text: title }];
    });
  });
  return { hits: [...hits.values()], document: printed };
}

function findAll(text: string, find: NameFinder | undefined, anyName: boolean): Found[] {
  const half = text.replace(WIDE, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const names = (find?.(text) ?? []).flatMap(({ name, role, from, to }): Found[] => {
    const one = { from, to, masked: maskedName(name) };
    if (tellsOfPunishment(text, from, to)) return [{ ...one, rule: 'punished-name', role }];
    // the 职务 would tell who it was
    if (namesInformant(text, from)) return [{ ...one, rule: 'informant' }];
    return anyName ? [{ ...one, rule: 'name', role }] : [];
  });
  return [...names, ...numbersIn(half), ...patternsIn(half)];
}

/** The township an address keeps hides nothing: what else lies over it is a hit of its own. */
function clearedOf(one: Found, _: number, found: readonly Found[]): Found {
  const { rule, from, masked } = one;
  if (rule !== 'address' || masked === null || masked === LEFT_OUT.address) return one;
  const kept = from + masked.length;
  let start = from;
  for (const other of found) {
    if (other.rule !== rule && other.from < kept) start = Math.max(start, Math.min(other.to, kept));
  }
  return { ...one, from: start, masked: masked.slice(start - from) || LEFT_OUT.address };
}

/** Where a hit ends with all that lies over its end, so that no mask leaves half of another. */
function reachOf(found: readonly Found[], at: number): number {
  let to = 0;
  for (const one of found.slice(at)) {
    if (to > 0 && one.from >= to) break;
    to = Math.max(to, one.to);
  }
  return to;
}

/** Keys of the hits in one text; a key tells nothing of what it was made from. */
function keysIn(text: string): (rule: PrivacyRule, from: number, to: number) => string {
  let [start, end] = [0, -1];
  let print = '';
  let seen = new Map<string, number>();
  return (rule, from, to) => {
    if (to > end) {
      [start, end] = sentenceAround(text, from, to);
      print = fingerprint(text.slice(start, end));
      seen = new Map();
    }
    const found = `${rule}\n${text.slice(from, to)}`;
    const ordinal = seen.get(found) ?? 0;
    seen.set(found, ordinal + 1);
    return fingerprint(`${print}\n${ordinal}\n${found}`);
  };
}
