/** Fills the phrases with names, places and numbers, so that no two sentences are copies. */
import * as phrases from './phrases';
import type { Random } from './random';

/** What one issue is about; its sentences speak of the same work, and each brings its own numbers and places. */
export interface Topic {
  subject: string;
  object: string;
  unit: string;
  department: string;
  leader: string;
}

export function topicOf(random: Random, leaders: readonly string[]): Topic {
  const [subject, object, unit] = random.pick(phrases.SUBJECTS);
  return { subject, object, unit, department: random.pick(phrases.DEPARTMENTS), leader: random.pick(leaders) };
}

function filled(random: Random, phrase: string, topic: Topic): string {
  const m = random.whole(2, 30);
  const values: Record<string, () => string> = {
    subject: () => topic.subject,
    unit: () => topic.unit,
    object: () => topic.object,
    department: () => topic.department,
    leader: () => topic.leader,
    other: () => random.pick(phrases.DEPARTMENTS.filter((one) => one !== topic.department)),
    place: () => random.pick(phrases.PLACES),
    m: () => String(m),
    n: () => String(m + random.whole(1, 70)),
    k: () => String(random.whole(2, 9)),
    month: () => String(random.whole(6, 11)),
    money: () => (random.whole(100, 99_999) / 1_000).toFixed(3),
  };
  return phrase.replace(/\{(\w+)\}/g, (whole, name: string) => values[name]?.() ?? whole);
}

const sentence =
  (list: readonly string[]) =>
  (random: Random, topic: Topic): string =>
    filled(random, random.pick(list), topic);

export const causeOf = sentence(phrases.CAUSES);
export const effectOf = sentence(phrases.EFFECTS);
export const sceneOf = sentence(phrases.SCENES);
export const resultOf = sentence(phrases.RESULTS);

/** The issue in one clause, and what was seen. */
export function issueTexts(random: Random, topic: Topic): { title: string; detail: string } {
  const place = random.pick(phrases.PLACES);
  return {
    title: `${place}${topic.subject}${random.pick(phrases.FAULTS)}`,
    detail: `${random
      .several(phrases.SCENES, 2)
      .map((scene) => filled(random, scene, topic))
      .join('；')}。`,
  };
}

/** The measures of an issue: none begins or acts like another one of the same issue. */
export function measureTexts(random: Random, topic: Topic, count: number): string[] {
  const actions = random.several(phrases.ACTIONS, count);
  return Array.from({ length: count }, (_, at) => {
    const others = random.several(
      phrases.ACTIONS.filter((one) => !actions.includes(one)),
      1,
    );
    const action = actions[at] ?? random.pick(phrases.ACTIONS);
    const parts = [
      random.pick(phrases.OPENINGS),
      action,
      ...others.map((one) => `；${one}`),
      random.pick(phrases.CLOSINGS),
    ];
    return parts
      .map((part) => filled(random, part, topic))
      .join('')
      .replace('，，', '，');
  });
}

export function personName(random: Random): string {
  return random.pick(phrases.SURNAMES) + random.pick(phrases.GIVEN_NAMES);
}
