import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { toChineseNumber } from '../../src/text/numerals';
import { EXAMPLES_DIR, feedbackBytes, feedbackText, linesOf, UNITS } from './examples';

const NUMBER = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.|（\d+）)/;

interface Shown {
  text: string;
  numId?: string;
  level?: number;
}

function part(bytes: Uint8Array, name: string): string {
  const file = unzipSync(bytes)[name];
  return file ? strFromU8(file) : '';
}

function attribute(xml: string, tag: string): string | undefined {
  return new RegExp(`<w:${tag} w:val="([^"]*)"/>`).exec(xml)?.[1];
}

function paragraphsOf(bytes: Uint8Array): Shown[] {
  const paragraphs = part(bytes, 'word/document.xml').match(/<w:p>.*?<\/w:p>/gs) ?? [];
  return paragraphs.map((xml) => {
    const text = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('');
    const numId = attribute(xml, 'numId');
    return numId === undefined ? { text } : { text, numId, level: Number(attribute(xml, 'ilvl')) };
  });
}

/** The numbers a word processor would show: a level counts on until a higher level of the same list counts. */
function withNumbers(bytes: Uint8Array): string[] {
  const numbering = part(bytes, 'word/numbering.xml');
  const lists = new Map(
    [...numbering.matchAll(/<w:num w:numId="(\d+)"[^>]*>(.*?)<\/w:num>/gs)].map((match) => {
      const abstractId = attribute(match[2] ?? '', 'abstractNumId');
      const list = new RegExp(`<w:abstractNum w:abstractNumId="${abstractId}".*?</w:abstractNum>`, 's').exec(numbering);
      const levels = (list?.[0].match(/<w:lvl .*?<\/w:lvl>/gs) ?? []).map((xml) => ({
        format: attribute(xml, 'numFmt') ?? '',
        pattern: attribute(xml, 'lvlText') ?? '',
      }));
      return [match[1] ?? '', { levels, counters: levels.map(() => 0) }];
    }),
  );
  return paragraphsOf(bytes).map(({ text, numId, level }) => {
    const list = lists.get(numId ?? '');
    if (list === undefined || level === undefined) return text;
    list.counters = list.counters.map((count, i) => (i < level ? count : i === level ? count + 1 : 0));
    const label = (list.levels[level]?.pattern ?? '').replace(/%(\d)/g, (_, place: string) => {
      const at = Number(place) - 1;
      const count = list.counters[at] ?? 0;
      return list.levels[at]?.format === 'chineseCounting' ? toChineseNumber(count) : String(count);
    });
    return label + text;
  });
}

describe.each(UNITS)('the feedback document of %s', (unit) => {
  const lines = linesOf(feedbackText(unit));

  it('holds the paragraphs of the text without their numbers', () => {
    const shown = paragraphsOf(feedbackBytes(unit));
    expect(shown.map(({ text }) => text)).toEqual(lines.map((line) => line.replace(NUMBER, '')));
  });

  it('numbers exactly the paragraphs that bear a number in the text', () => {
    const shown = paragraphsOf(feedbackBytes(unit));
    expect(shown.map(({ numId }) => numId !== undefined)).toEqual(lines.map((line) => NUMBER.test(line)));
  });

  it('shows the numbers of the text once its lists are counted', () => {
    expect(withNumbers(feedbackBytes(unit))).toEqual(lines);
  });
});

it('is built with the same bytes as those committed', () => {
  const out = mkdtempSync(join(tmpdir(), 'examples-'));
  try {
    execFileSync(process.execPath, [join(EXAMPLES_DIR, 'build-documents.mjs'), out]);
    for (const unit of UNITS) {
      const built = readFileSync(join(out, unit, 'feedback.docx'));
      expect(built.equals(feedbackBytes(unit))).toBe(true);
    }
  } finally {
    rmSync(out, { recursive: true });
  }
});
