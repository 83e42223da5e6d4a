/** Words that put a deadline off without naming one: 尽快、适时、择机. */

/** 及时 and 进一步 are left out: they tell how, not when. */
const VAGUE =
  /尽快|尽早|尽可能早|适时|择机|早日|近期|近日内|不久后|条件成熟(?:时|后|的)|时机成熟|适当(?:时候|时机)|择日|待条件(?:成熟|具备|允许)|视情况/;
const EXPLICIT =
  /\d{1,2}月|\d{1,2}日|[一二三四五六七八九十]月|[上中下]旬|年底|月底|季度|半年|\d+(?:个工作日|天|个月|周)内|(?:20\d\d|二〇..)年/;

/** The first vague deadline word of a text whose own clause names no date; undefined when there is none. */
export function vagueDeadlineWord(text: string): string | undefined {
  if (!VAGUE.test(text)) return undefined;
  for (const clause of text.split(/[。；;！？\n]/)) {
    const found = VAGUE.exec(clause);
    if (found && !EXPLICIT.test(clause)) return found[0];
  }
  return undefined;
}
