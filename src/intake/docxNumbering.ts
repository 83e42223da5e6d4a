/** Automatic numbers, counted again as the word processor counts them, since a .docx does not store them. */
import type { ListDefinition, ListLevel, Lists, ListUse, Style, Styles } from './docxStyles';
import { formatNumber } from './numberFormats';

/** What a paragraph says about its number: its own w:numPr, and its style. */
export interface NumberedParagraph {
  style?: string | undefined;
  numId?: string | undefined;
  ilvl?: number | undefined;
}

export interface Numbering {
  /** The next paragraph's number as shown; '' for none and for bullets. Call it once for each, in document order. */
  labelOf(paragraph: NumberedParagraph): string;
  /** 1-based outline level by the style, when it is a heading. */
  outlineOf(style: string | undefined): number | undefined;
}

/** Styles based on each other this deep are a loop. */
const DEEPEST = 32;

export function numberingOf(styles: Styles, lists: Lists): Numbering {
  const counters = new Map<ListDefinition, Map<number, number>>();
  const started = new Set<ListUse>();

  function chain(style: string | undefined): [string, Style][] {
    const found: [string, Style][] = [];
    let id = style !== undefined && styles.byId.has(style) ? style : styles.standard;
    while (id !== undefined && found.length < DEEPEST) {
      const next = styles.byId.get(id);
      if (!next) break;
      found.push([id, next]);
      id = next.basedOn;
    }
    return found;
  }

  /** A definition that only points to a list style stands for the definition of that style (17.9.21, 17.9.27). */
  function definitionOf(use: ListUse): ListDefinition | undefined {
    const own = lists.definitions.get(use.definition);
    if (own?.numStyleLink === undefined) return own;
    return Array.from(lists.definitions.values()).find(({ styleLink }) => styleLink === own.numStyleLink) ?? own;
  }

  function placeOf({ style, numId, ilvl }: NumberedParagraph) {
    const inherited = chain(style).find(([, one]) => one.numId !== undefined);
    const id = numId ?? inherited?.[1].numId;
    const use = id === undefined || id === '0' ? undefined : lists.uses.get(id);
    const definition = use && definitionOf(use);
    if (!use || !definition) return undefined;
    if (ilvl !== undefined || numId !== undefined) return { use, definition, level: ilvl ?? 0 };
    // a level may name the style that stands on it; the paragraph's own style counts before those it is based on
    const ids = chain(style).map(([one]) => one);
    const levels = Array.from(definition.levels);
    const linked = ids.flatMap((one) => levels.filter(([, level]) => level.style === one).map(([at]) => at))[0];
    return { use, definition, level: linked ?? inherited?.[1].ilvl ?? 0 };
  }

  return {
    labelOf(paragraph) {
      const place = placeOf(paragraph);
      if (!place) return '';
      const { use, definition, level } = place;
      const levelAt = (at: number): ListLevel | undefined => use.levels.get(at) ?? definition.levels.get(at);
      const startOf = (at: number): number => use.starts.get(at) ?? levelAt(at)?.start ?? 1;
      const own = levelAt(level);
      if (!own) return '';
      const counts = counters.get(definition) ?? new Map<number, number>();
      counters.set(definition, counts);
      if (!started.has(use)) {
        // lists of one definition count on from each other, unless the first use says where to start
        started.add(use);
        for (const at of use.starts.keys()) counts.delete(at);
      }
      for (let at = 0; at < level; at += 1) if (!counts.has(at)) counts.set(at, startOf(at));
      const previous = counts.get(level);
      counts.set(level, previous === undefined ? startOf(level) : previous + 1);
      for (const at of Array.from(counts.keys())) {
        const restart = levelAt(at)?.restart;
        if (at > level && (restart === undefined || (restart > 0 && level < restart))) counts.delete(at);
      }
      if (own.format === 'bullet') return '';
      return own.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const format = own.legal ? 'decimal' : (levelAt(at)?.format ?? 'decimal');
        return formatNumber(counts.get(at) ?? startOf(at), format);
      });
    },
    outlineOf(style) {
      const outline = chain(style).find(([, one]) => one.outline !== undefined)?.[1].outline;
      return outline !== undefined && outline >= 0 && outline < 9 ? outline + 1 : undefined;
    },
  };
}
