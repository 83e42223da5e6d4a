/** Surnames, and names without the given name. */

/** The commonest surnames that are hardly ever the beginning of another word after 举报人. */
export const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙朱胡郭林罗郑梁谢宋唐韩冯邓曹彭肖田董袁潘蒋蔡杜叶苏魏吕丁沈姚卢姜崔钟谭陆汪廖贾夏韦付邹孟熊秦邱尹薛闫雷侯龙史陶黎贺顾毛郝龚邵钱覃武戴莫孔汤';
export const COMPOUND = /^(?:欧阳|司马|上官|诸葛|皇甫|司徒|令狐|夏侯|慕容|尉迟|公孙|东方|端木)/;

/** The surname and 某 or 某某: `张某`, `张某某`, `欧阳某某`. */
export function maskedName(name: string): string {
  const characters = Array.from(name);
  const surname = COMPOUND.test(name) && characters.length > 2 ? 2 : 1;
  return characters.slice(0, surname).join('') + (characters.length - surname > 1 ? '某某' : '某');
}
