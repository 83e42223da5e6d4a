/** Names as staff type them into a cell → the names in 名单, joined by 、; only where nothing else can be meant. */
import { quote } from './editNotes';

/** A person of 名单 as far as names need. */
export interface Listed {
  name: string;
  position: string;
}

/** Clear names; or what is not clear, and what to do, with whether 名单 could settle it. */
export type NamesReading = { value: string } | { unclear: string; listHelps: boolean };

const ADVICE = '请填写姓名，多人用顿号分开';

const SEPARATORS = /[、，,；;/／\n]+/;
const CHINESE_ONLY = /^[\u3400-\u9fff·]+$/;
/** A piece that ends in one of these is a form of address, not a name. */
const ADDRESS =
  /.(书记|局长|主任|科长|股长|院长|校长|县长|镇长|乡长|组长|部长|所长|站长|处长|主席|会计|经理|总|同志|老师|医生)$/;
const COMPOUND_SURNAMES =
  '欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 轩辕 端木 百里 呼延'.split(' ');

/**
 * Reads the cell of a people column. Blanks inside a name go (`方 禾`), between names they become 、; with `listed`
 * also 姓+职务 (`方主任`) and 姓名+职务 become the one person they fit, and a name 名单 lacks is not clear. A blank 名单 knows
 * nobody, and nothing is held against it.
 */
export function readNames(text: string, listed: readonly Listed[] | undefined): NamesReading {
  const names: string[] = [];
  for (const piece of text.split(SEPARATORS)) {
    const tokens = piece.split(/\s+/).filter((token) => token !== '');
    if (tokens.length === 0) continue;
    const read = tokens.every((token) => CHINESE_ONLY.test(token))
      ? readTokens(tokens, listed)
      : named(tokens.join(' '), listed);
    if ('unclear' in read) return read;
    names.push(...read.names);
  }
  return { value: names.join('、') };
}

type Pieces = { names: string[] } | { unclear: string; listHelps: boolean };

function readTokens(tokens: readonly string[], listed: readonly Listed[] | undefined): Pieces {
  const [first = ''] = tokens;
  if (tokens.length === 1) return readOne(first, listed);
  const known = new Set((listed ?? []).map(({ name }) => name));
  const joined = tokens.join('');
  const called = (listed ?? []).filter((person) => addressed(person, joined));
  if (called.length === 1 && called[0] !== undefined) return { names: [called[0].name] };
  const splits = listed === undefined ? [] : segmentations(tokens, known);
  const [only] = splits;
  if (splits.length === 1 && only !== undefined) return { names: only };
  if (splits.length > 1) return { unclear: `“${tokens.join(' ')}”可以有不同的读法，${ADVICE}`, listHelps: false };
  if (tokens.every((token) => token.length === 1) && tokens.length <= 4) return readOne(joined, listed);
  if (tokens.every((token) => token.length > 1) && !COMPOUND_SURNAMES.includes(first)) {
    const each = tokens.map((token) => readOne(token, listed));
    const unclear = each.find((one) => 'unclear' in one);
    return unclear ?? { names: each.flatMap((one) => ('names' in one ? one.names : [])) };
  }
  return {
    unclear: `“${tokens.join(' ')}”中的空格是在姓名之内还是姓名之间，不能确定，${ADVICE}`,
    listHelps: listed === undefined,
  };
}

function readOne(token: string, listed: readonly Listed[] | undefined): Pieces {
  if (listed?.some(({ name }) => name === token)) return { names: [token] };
  const fitting = (listed ?? []).filter((person) => addressed(person, token));
  const [one] = fitting;
  if (fitting.length === 1 && one !== undefined) return { names: [one.name] };
  if (fitting.length > 1) return { unclear: `“${token}”名单中有${fitting.length}人相符，${ADVICE}`, listHelps: false };
  if (!ADDRESS.test(token)) return named(token, listed);
  return { unclear: `“${token}”是称呼，不是姓名，${ADVICE}`, listHelps: listed === undefined };
}

/** A name as it stands, unless there is a 名单 that lacks it. */
function named(name: string, listed: readonly Listed[] | undefined): Pieces {
  if (listed === undefined || listed.length === 0 || listed.some((person) => person.name === name))
    return { names: [name] };
  return { unclear: `名单中没有${quote(name)}，请核对姓名，或请整改办在“名单”表中补登`, listHelps: false };
}

/** Whether the token is surname or name before, or the name behind, the whole or the end of their 职务; or name and 同志. */
function addressed({ name, position }: Listed, token: string): boolean {
  if (name === '') return false;
  const compound = COMPOUND_SURNAMES.find((surname) => name.startsWith(surname) && name.length > surname.length);
  const surname = compound ?? name.slice(0, 1);
  const office = token.slice(0, -name.length);
  if (token.endsWith(name) && office.length > 1 && position.endsWith(office)) return true;
  return [name, surname].some((start) => {
    if (!token.startsWith(start)) return false;
    const title = token.slice(start.length);
    return title !== '' && (title === '同志' ? start === name : title.length > 1 && position.endsWith(title));
  });
}

/** Every way to join neighbouring tokens so that all pieces are names in 名单. */
function segmentations(tokens: readonly string[], known: ReadonlySet<string>): string[][] {
  if (tokens.length === 0) return [[]];
  // more tokens than names in a cell ever are would only cost time
  if (tokens.length > 24) return [];
  const found: string[][] = [];
  for (let length = 1; length <= Math.min(4, tokens.length); length += 1) {
    const name = tokens.slice(0, length).join('');
    if (!known.has(name)) continue;
    for (const rest of segmentations(tokens.slice(length), known)) found.push([name, ...rest]);
  }
  return found;
}
