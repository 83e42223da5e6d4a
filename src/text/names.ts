/** Names that one cell lists. */

/** The names of a cell, separated by 、 ，, ；; or line ends, each once; none for a blank cell. */
export function splitNames(cell: string): string[] {
  const names = cell.split(/[、，,；;\n]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}
