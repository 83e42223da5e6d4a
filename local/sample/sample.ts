/** A large, plausible, reproducible ledger, as rows to be adopted: for trials of size and for the bench. */
import type { XlsxRow, XlsxTab } from '../files/xlsx';
import { ASPECTS, DEPARTMENTS, UNIT } from './phrases';
import { Random } from './random';
import { causeOf, effectOf, issueTexts, measureTexts, personName, resultOf, type Topic, topicOf } from './sentences';

export interface SampleSize {
  issues: number;
  /** Measures of each issue. */
  measures: number;
  seed: number;
}

type Values = XlsxRow['values'];

const FED_BACK = '2026-03-20';
/** The first of 名单: those who lead and look after the work, of whom none does it; so every step finds its signer. */
const ROLES = ['主要负责人', '分管领导', '分管领导', '整改办', '纪检'];
const LEADERS = 3;
const PEOPLE = 30;
const EVIDENCE = ['会议记录', '制度文件', '票据凭证', '照片影像', '台账资料', '培训学习'];

/** `YYYY-MM-DD` some days after the feedback. */
function day(after: number): string {
  return new Date(Date.parse(`${FED_BACK}T00:00:00Z`) + after * 86_400_000).toISOString().slice(0, 10);
}

interface Person {
  name: string;
  department: string;
}

class SampleLedger {
  readonly #random: Random;
  readonly #size: SampleSize;
  readonly #leaders: string[] = [];
  readonly #staff: Person[] = [];
  readonly #rows = new Map<string, Values[]>();

  constructor(size: SampleSize) {
    this.#random = new Random(size.seed);
    this.#size = size;
  }

  tabs(): XlsxTab[] {
    this.#people();
    this.#settings();
    const random = this.#random;
    for (let number = 1; number <= this.#size.issues; number += 1) this.#issue(number, topicOf(random, this.#leaders));
    this.#narrative();
    return [...this.#rows].map(([title, rows]) => ({ title, rows: rows.map((values) => ({ row: null, values })) }));
  }

  #add(title: string, values: Values): void {
    const rows = this.#rows.get(title) ?? [];
    rows.push(values);
    this.#rows.set(title, rows);
  }

  #people(): void {
    const random = this.#random;
    const names = new Set<string>();
    while (names.size < PEOPLE) names.add(personName(random));
    [...names].forEach((name, at) => {
      // after them the head of each department, who is never the one in charge of an issue, then the staff
      const isHead = at >= ROLES.length && at < ROLES.length + DEPARTMENTS.length;
      const role = ROLES[at] ?? (isHead ? '部门负责人' : '经办人');
      const department = DEPARTMENTS[(at - ROLES.length) % DEPARTMENTS.length];
      if (at < LEADERS) this.#leaders.push(name);
      if (role === '经办人') this.#staff.push({ name, department: department ?? '办公室' });
      const mail = `p${String(at + 1).padStart(2, '0')}@road.example`;
      this.#add('名单', {
        邮箱: mail,
        姓名: name,
        部门: at < LEADERS ? '局领导' : (department ?? '办公室'),
        职务: at === 0 ? '党组书记、局长' : '',
        角色: role,
      });
    });
  }

  /** Somebody of the department who does the work. */
  #handler(department: string): string {
    return this.#random.pick(this.#staff.filter((person) => person.department === department)).name;
  }

  #settings(): void {
    const items: [string, string | number][] = [
      ['单位名称', UNIT],
      ['党组织形式', '党组'],
      ['巡察组', '县委第三巡察组'],
      ['反馈日期', FED_BACK],
      ['反馈问题总数', this.#size.issues],
      ['集中整改截止日期', day(180)],
      ['报告日期', day(240)],
      ['附整改台账', '是'],
      ['联系方式', '联系电话：0999-5550177'],
    ];
    const lists = Math.max(items.length, DEPARTMENTS.length, ASPECTS.length);
    for (let at = 0; at < lists; at += 1) {
      const [item, value] = items[at] ?? [null, null];
      const row: Values = { 项: item, 值: value === null ? null : String(value) };
      this.#add('设置', { ...row, 方面: ASPECTS[at] ?? null, 责任部门: DEPARTMENTS[at] ?? null });
    }
  }

  #issue(number: number, topic: Topic): void {
    const random = this.#random;
    const state = random.pick(['已销号', '已销号', '已销号', '整改中', '整改中', '长期坚持', '未启动']);
    // What is closed lies within the first seven months; what is open is partly overdue by then.
    const deadline = state === '已销号' ? random.whole(60, 210) : random.whole(215, 420);
    const closed = state === '已销号' ? deadline - random.whole(1, 30) : undefined;
    // nothing is left to do but to apply for the close-out
    const isReady = state === '整改中' && random.chance(0.3);
    const { title, detail } = issueTexts(random, topic);
    this.#add('问题台账', {
      编号: number,
      // Aspects follow each other as in a feedback document.
      方面: ASPECTS[Math.floor(((number - 1) * ASPECTS.length) / this.#size.issues)] ?? null,
      问题: title,
      具体表现: detail,
      整改类型: state === '长期坚持' ? '长期坚持' : random.pick(['立行立改', '限期整改', '分阶段整改']),
      整改时限: day(deadline),
      牵头领导: topic.leader,
      责任部门: topic.department,
      责任人: this.#handler(topic.department),
      状态: state,
      原因剖析: causeOf(random, topic),
      整改成效: state === '已销号' || state === '长期坚持' || isReady ? effectOf(random, topic) : null,
      公开方式: '公开',
      ...(closed === undefined ? {} : { 完成日期: day(closed - 5), 销号日期: day(closed) }),
    });
    measureTexts(random, topic, this.#size.measures).forEach((content, at) => {
      const standing = { state, deadline, isReady, ...(closed === undefined ? {} : { closed }) };
      this.#measure(number, at + 1, topic, content, standing);
    });
  }

  #measure(
    issue: number,
    at: number,
    topic: Topic,
    content: string,
    { state, deadline, isReady, closed }: { state: string; deadline: number; isReady: boolean; closed?: number },
  ): void {
    const random = this.#random;
    const id = `${issue}-${at}`;
    const done = closed !== undefined || isReady || (state === '整改中' && random.chance(0.4));
    const last = (closed ?? Math.min(deadline, 230)) - 6;
    const doneOn = random.whole(12, Math.max(12, last));
    this.#add('整改措施', {
      措施编号: id,
      问题编号: issue,
      措施内容: content,
      责任部门: topic.department,
      责任人: this.#handler(topic.department),
      时限: day(Math.max(doneOn, (closed ?? deadline) - 6)),
      周期: '一次',
      状态: done ? '已完成' : state === '未启动' ? '未开始' : '进行中',
      完成日期: done ? day(doneOn) : null,
      落实情况: done && random.chance(0.3) ? `${content.replace(/。$/, '')}，${resultOf(random, topic)}。` : null,
    });
    if (!done) return;
    this.#add('佐证材料', {
      材料编号: `${id}-01`,
      问题编号: issue,
      措施编号: id,
      类型: random.pick(EVIDENCE),
      名称: `${topic.subject}整改材料（措施${id}）`,
      日期: day(Math.max(2, doneOn - random.whole(0, 10))),
      链接或档号: `栖路档2026-${String(issue).padStart(5, '0')}-${at}`,
      已归档: random.chance(0.9),
    });
  }

  #narrative(): void {
    const rows: [string, string, string, string][] = [
      ['引言', '段落', '', `根据县委统一部署，县委第三巡察组对${UNIT}党组开展了巡察。现将巡察整改进展情况予以公布。`],
      ['组织整改', '一、', '组织整改情况', ''],
      ['组织整改', '段落', '', '局党组把巡察整改作为重要政治任务，成立领导小组，逐条制定措施，定期听取进展。'],
      ['整改落实', '一、', '反馈问题整改落实情况', ''],
      ['整改成效', '一、', '整改取得的成效', ''],
      ['整改成效', '段落', '', '经过整改，各项业务管理更加规范，群众出行更加便利。'],
      ['下一步打算', '一、', '下一步工作打算', ''],
      ['下一步打算', '段落', '', '对已经完成的巩固成果，对需要长期坚持的持续推进，防止问题反弹。'],
    ];
    const orders = new Map<string, number>();
    for (const [part, level, title, body] of rows) {
      const order = (orders.get(part) ?? 0) + 1;
      orders.set(part, order);
      this.#add('报告素材', { 版块: part, 序号: order, 层级: level, 标题: title, 正文: body });
    }
  }
}

/** The rows of the sample, tab by tab; the same size and seed give the same rows. */
export function sampleTabs(size: SampleSize): XlsxTab[] {
  return new SampleLedger(size).tabs();
}
