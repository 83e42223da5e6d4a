/** Findings as the panel lists them: by severity, then by rule, waived ones apart. */
import type { Gives } from '../app/contract';

export type Checked = Gives<'checkLedger'>;
export type Finding = Checked['findings'][number];
export type Severity = Finding['severity'];

export interface RuleGroup {
  code: string;
  title: string;
  findings: Finding[];
}
export interface SeverityGroup {
  severity: Severity;
  count: number;
  rules: RuleGroup[];
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** Standing findings, gravest first; rules and findings keep the order they came in. */
export function groupFindings(findings: readonly Finding[]): SeverityGroup[] {
  return SEVERITIES.flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity && finding.waiver === null);
    return own.length === 0 ? [] : [{ severity, count: own.length, rules: byRule(own) }];
  });
}

export function waivedFindings(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ waiver }) => waiver !== null);
}

/** What tells one finding of an answer from another, as long as nothing is sorted. */
export function findingKey({ code, tab, key, cell, message }: Finding): string {
  return [code, tab, key, cell, message].join('\n');
}

/** Messages begin with their place, which a card says on its own line. */
export function placeAndText({ tab, cell, message }: Finding): { place: string; text: string } {
  const at = message.indexOf('：');
  if (at > 0 && message.startsWith(tab) && at < 60) return { place: message.slice(0, at), text: message.slice(at + 1) };
  return { place: [tab, cell].filter((part) => part !== '').join(' '), text: message };
}

function byRule(findings: readonly Finding[]): RuleGroup[] {
  const groups = new Map<string, RuleGroup>();
  for (const finding of findings) {
    const { code, title } = finding;
    // several codes may be one matter to people: every cell that can't be read is 无法读取
    const group = groups.get(title) ?? { code, title, findings: [] };
    group.findings.push(finding);
    groups.set(title, group);
  }
  return [...groups.values()];
}
