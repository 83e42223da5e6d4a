/** Cell addresses as people read them. */

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** `C5` of a row and a column counted from 0. */
export function address(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** A sheet's name as it stands before `!` in a formula. */
export function quotedTitle(title: string): string {
  return `'${title.replaceAll("'", "''")}'`;
}
