/** LibreOffice with the stand-in typefaces: a profile and a font configuration of its own, nothing of the system changed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './pdf';

export interface Typesetter {
  /** Sets a .docx; gives the PDF. Throws when LibreOffice gives none. */
  pdfOf(docx: string): string;
  /** The file of a stand-in. */
  fontFile(name: string): string;
  version: string;
}

/** Typefaces of the standard: what stands in, then what has the characters it lacks. */
const FAMILIES: readonly (readonly [asked: string, instead: readonly string[], bold: boolean])[] = [
  ['仿宋_GB2312', ['FandolFang', 'Noto Serif CJK SC'], false],
  ['楷体_GB2312', ['FandolKai', 'Noto Serif CJK SC'], false],
  ['黑体', ['FandolHei', 'Noto Sans CJK SC'], false],
  ['宋体', ['FandolSong', 'Noto Serif CJK SC'], false],
  ['方正小标宋简体', ['Noto Serif CJK SC'], true],
];

export function startTypesetter(folder: string): Typesetter {
  const fonts = path.join(folder, 'fonts');
  const pdfs = path.join(folder, 'pdf');
  mkdirSync(pdfs, { recursive: true });
  const configuration = path.join(folder, 'fonts.conf');
  writeFileSync(configuration, fontConfiguration(fonts, path.join(folder, 'fontcache')));
  const env = { ...process.env, FONTCONFIG_FILE: configuration };
  for (const [asked, [first = ''] = []] of FAMILIES) {
    const found = run('fc-match', ['--format', '%{family[0]}', asked], env);
    if (found !== first) throw new Error(`${asked} is set in ${found} instead of ${first}`);
  }
  const profile = pathToFileURL(path.join(folder, 'profile')).href;
  return {
    pdfOf(docx) {
      const args = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', pdfs, docx];
      const { stderr, error } = spawnSync('soffice', args, { encoding: 'utf8', env });
      const pdf = path.join(pdfs, `${path.basename(docx, '.docx')}.pdf`);
      if (!existsSync(pdf)) throw new Error(`LibreOffice made no PDF of ${docx}: ${error?.message ?? stderr}`);
      return pdf;
    },
    fontFile: (name) =>
      name.startsWith('Noto')
        ? run('fc-match', ['--format', '%{file}', 'Noto Serif CJK SC:bold'], env)
        : path.join(fonts, name),
    version: run('soffice', [`-env:UserInstallation=${profile}`, '--version'], env).trim(),
  };
}

function fontConfiguration(fonts: string, cache: string): string {
  const rules = FAMILIES.map(([asked, instead, bold]) => {
    const families = instead.map((name) => `<string>${name}</string>`).join('');
    const weight = bold ? '<edit name="weight" mode="assign" binding="same"><const>bold</const></edit>' : '';
    return [
      `<match target="pattern"><test name="family" qual="any"><string>${asked}</string></test>`,
      `<edit name="family" mode="assign" binding="same">${families}</edit>${weight}</match>`,
    ].join('');
  });
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    `<dir>${fonts}</dir><dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir><cachedir>${cache}</cachedir>`,
    ...rules,
    '</fontconfig>',
  ].join('\n');
}
