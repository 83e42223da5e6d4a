/** Where a ledger goes that another takes the place of: under the time in its name, beside the new one. */
import { copyFileSync, existsSync, linkSync } from 'node:fs';
import path from 'node:path';

interface Aside {
  store: string;
  files: string;
  mail: string;
}

/** Names in the folder that nothing has yet. */
export function namesAside(folder: string, now: Date): Aside {
  const at = (suffix: string): Aside => ({
    store: path.join(folder, `ledger-${suffix}.json`),
    files: path.join(folder, `files-${suffix}`),
    mail: path.join(folder, `mail-${suffix}`),
  });
  const stamp = stampOf(now);
  let names = at(stamp);
  for (let n = 2; Object.values(names).some((name) => existsSync(name)); n += 1) names = at(`${stamp}-${n}`);
  return names;
}

/** A second name for the present store, which a new one then replaces under the first. @throws the file system's error */
export function copyAside(store: string, aside: string): void {
  if (!existsSync(store)) return;
  try {
    linkSync(store, aside);
  } catch {
    // file systems without hard links
    copyFileSync(store, aside);
  }
}

/** `20261124-163000`, by the clock of this machine. */
function stampOf(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
  return `${day}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
}
