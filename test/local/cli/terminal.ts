/** A terminal for the tests: runs a command line in process and keeps what it said. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTerminal } from '../../../local/commands/terminal';

export const ROOT = path.resolve(__dirname, '../../..');

export interface Said {
  code: number;
  out: string;
  err: string;
}

/** A folder of its own with a ledger file in it, and a day that does not change. */
export class Terminal {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'ledger-'));
  readonly store = path.join(this.folder, 'ledger.json');

  file(name: string): string {
    return path.join(this.folder, name);
  }

  put(name: string, content: string | Uint8Array): string {
    writeFileSync(this.file(name), content);
    return this.file(name);
  }

  async bare(...args: string[]): Promise<Said> {
    let out = '';
    let err = '';
    const code = await runTerminal(args, {
      root: ROOT,
      stdout: (text) => {
        out += text;
      },
      stderr: (text) => {
        err += text;
      },
    });
    return { code, out, err };
  }

  run(...args: string[]): Promise<Said> {
    return this.bare(...args, '--store', this.store, '--today', '2026-11-24');
  }

  /** The one JSON value on stdout, with the exit code. */
  async json(...args: string[]): Promise<{ code: number; value: unknown; err: string }> {
    const { code, out, err } = await this.run(...args, '--json');
    return { code, value: JSON.parse(out), err };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A report as 云溪县林业局 might publish it. */
export const PUBLISHED = [
  '中共云溪县林业局党组关于巡察整改进展情况的通报',
  '根据县委统一部署，2026年3月2日至4月10日，县委第一巡察组对县林业局党组开展了巡察。现将整改情况公布如下。',
  '一、组织整改情况',
  '局党组成立整改工作领导小组，逐项明确责任和时限。',
  '二、整改落实情况',
  '（一）落实主体责任方面',
  '1.关于“护林员巡山记录补记代签”的问题。',
  '一是更换巡山定位设备86台，逐日核对轨迹。二是对补记代签的12名护林员批评教育，扣减绩效。',
  '2.关于“造林补助资金滞留”的问题。',
  '核清滞留补助31.6万元，6月30日前全部兑付到户。',
  '三、整改成效',
  '护林防火责任进一步压实，林农满意度提高。',
  '四、下一步打算',
  '对已完成的问题开展回头看，防止反弹。',
  '联系电话：0999-5550166',
  '中共云溪县林业局党组',
  '2026年9月15日',
].join('\n');
