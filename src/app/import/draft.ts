/** A document as a draft a person can look at and correct before anything is written. */
import type { Proposal } from '../../intake/proposal';
import { proposeFrom } from '../../intake/propose';
import { readSource, sourceOfText, tooLarge } from '../../intake/source';
import { ok, type Result, refuse } from '../../ledger/fault';
import { settingIds } from '../../ledger/readSettings';
import { SETTINGS } from '../../ledger/settings';
import type { Gives, Takes } from '../contract';
import type { Ports } from '../ports';

/** What crosses the door: settings by item, measures as their texts. */
export type ImportDraft = Gives<'previewImport'>;

export function draftOf(ports: Ports, argument: Takes<'previewImport'>): Result<ImportDraft> {
  const paragraphs = paragraphsOf(ports, argument);
  return paragraphs.ok ? ok(draftFrom(proposeFrom(paragraphs.value))) : paragraphs;
}

function paragraphsOf(ports: Ports, { name, base64, text }: Takes<'previewImport'>) {
  // four characters of base64 are three bytes; of pasted text, one character is one at the least
  const overlarge = tooLarge(
    name === '' ? '粘贴的文字' : name,
    text === undefined ? ((base64 ?? '').length * 3) / 4 : text.length,
  );
  if (overlarge !== undefined) return refuse(overlarge);
  if (text !== undefined) return ok(sourceOfText(text));
  const bytes = base64 === undefined ? undefined : ports.files.fromBase64(base64);
  if (bytes === undefined) {
    return refuse({ code: 'unreadable-upload', message: `文件“${name}”没有完整传送，请重新选择文件。` });
  }
  return readSource({ name, bytes }, (encoded) => ports.files.decodeGb18030(encoded));
}

function draftFrom(proposal: Proposal): ImportDraft {
  const { kind, settings, issues, narrative, unplaced, warnings } = proposal;
  return {
    kind,
    settings: settingIds().flatMap((id) => {
      const value = settings[id];
      return value === undefined || value === null ? [] : [{ item: SETTINGS[id].item, value: String(value) }];
    }),
    issues: issues.map((issue) => ({
      number: issue.number,
      aspect: issue.aspect,
      group: issue.group,
      title: issue.title,
      detail: issue.detail,
      measures: issue.measures.map(({ text }) => text),
      measureLead: issue.measureLead,
      measureClosing: issue.measureClosing,
      measureForm: issue.measureForm,
      statusWord: issue.statusWord,
      state: issue.state,
    })),
    narrative: narrative.map(({ part, order, level, title, body }) => ({ part, order, level, title, body })),
    unplaced,
    warnings,
  };
}
