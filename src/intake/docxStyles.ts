/** Paragraph styles and list definitions of a .docx (styles.xml, numbering.xml), as far as numbers and headings need them. */
import { type Attributes, scanXml } from './xml';

export interface Style {
  basedOn?: string | undefined;
  /** w:numPr of the style. */
  numId?: string | undefined;
  ilvl?: number | undefined;
  /** 0-based w:outlineLvl. */
  outline?: number | undefined;
}

export interface ListLevel {
  format: string;
  /** `（%2）`: `%n` stands for the number of level n, counted from 1. */
  text: string;
  start: number;
  /** w:lvlRestart: 0 never restarts, n restarts after level n or higher; undefined after any higher level. */
  restart?: number | undefined;
  /** Shows all numbers in digits (w:isLgl). */
  legal?: boolean;
  /** Style whose paragraphs stand on this level. */
  style?: string | undefined;
}

export interface ListDefinition {
  levels: Map<number, ListLevel>;
  /** Points to the definition with this styleLink (w:numStyleLink). */
  numStyleLink?: string | undefined;
  styleLink?: string | undefined;
}

export interface ListUse {
  definition: string;
  /** w:startOverride by level. */
  starts: Map<number, number>;
  /** Levels redefined for this use (w:lvlOverride/w:lvl). */
  levels: Map<number, ListLevel>;
}

export interface Styles {
  byId: Map<string, Style>;
  /** The style of paragraphs that name none. */
  standard: string | undefined;
}

export interface Lists {
  definitions: Map<string, ListDefinition>;
  uses: Map<string, ListUse>;
}

/** The paragraph styles; undefined when the XML is broken. */
export function readStyles(xml: string): Styles | undefined {
  const styles: Styles = { byId: new Map(), standard: undefined };
  let style: Style | undefined;
  let inChange = 0;
  const sound = scanXml(xml, {
    open(name, attributes) {
      if (name.endsWith('PrChange')) inChange += 1;
      if (name === 'w:style') {
        const id = attributes.get('w:styleId');
        if (id === undefined || attributes.get('w:type') !== 'paragraph') return;
        style = {};
        styles.byId.set(id, style);
        if (isOn(attributes.get('w:default') ?? '0')) styles.standard = id;
      } else if (style && inChange === 0) {
        if (name === 'w:basedOn') style.basedOn = attributes.get('w:val');
        if (name === 'w:numId') style.numId = attributes.get('w:val');
        if (name === 'w:ilvl') style.ilvl = integerOf(attributes);
        if (name === 'w:outlineLvl') style.outline = integerOf(attributes);
      }
    },
    close(name) {
      if (name.endsWith('PrChange')) inChange -= 1;
      if (name === 'w:style') style = undefined;
    },
  });
  return sound ? styles : undefined;
}

/** The list definitions and their uses; undefined when the XML is broken. */
export function readLists(xml: string): Lists | undefined {
  const lists: Lists = { definitions: new Map(), uses: new Map() };
  let definition: ListDefinition | undefined;
  let use: ListUse | undefined;
  let level: ListLevel | undefined;
  let override = 0;
  const sound = scanXml(xml, {
    open(name, attributes) {
      const value = attributes.get('w:val');
      const at = Number(attributes.get('w:ilvl') ?? 0);
      if (name === 'w:abstractNum') {
        definition = { levels: new Map() };
        lists.definitions.set(attributes.get('w:abstractNumId') ?? '', definition);
      } else if (name === 'w:num') {
        use = { definition: '', starts: new Map(), levels: new Map() };
        lists.uses.set(attributes.get('w:numId') ?? '', use);
      } else if (name === 'w:lvlOverride') {
        override = at;
      } else if (name === 'w:lvl') {
        level = { format: 'decimal', text: '', start: 0 };
        (use ?? definition)?.levels.set(at, level);
      } else if (level) {
        readLevel(level, name, attributes);
      } else if (use) {
        if (name === 'w:abstractNumId') use.definition = value ?? '';
        if (name === 'w:startOverride') use.starts.set(override, integerOf(attributes) ?? 1);
      } else if (definition) {
        if (name === 'w:numStyleLink') definition.numStyleLink = value;
        if (name === 'w:styleLink') definition.styleLink = value;
      }
    },
    close(name) {
      if (name === 'w:abstractNum') definition = undefined;
      if (name === 'w:num') use = undefined;
      if (name === 'w:lvl') level = undefined;
    },
  });
  return sound ? lists : undefined;
}

function readLevel(level: ListLevel, name: string, attributes: Attributes): void {
  const value = attributes.get('w:val');
  if (name === 'w:start') level.start = integerOf(attributes) ?? 0;
  if (name === 'w:numFmt') level.format = value ?? 'decimal';
  if (name === 'w:lvlText') level.text = value ?? '';
  if (name === 'w:lvlRestart') level.restart = integerOf(attributes);
  if (name === 'w:isLgl') level.legal = isOn(value);
  if (name === 'w:pStyle') level.style = value;
}

/** An on/off property that is present: on unless it says otherwise (ISO/IEC 29500-1, 17.17.4). */
function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/.test(value);
}

/** w:val as a whole number. */
export function integerOf(attributes: Attributes): number | undefined {
  const value = attributes.get('w:val');
  return value !== undefined && /^-?\d{1,6}$/.test(value) ? Number(value) : undefined;
}
