/** The program's filter views as the panel lists them: the person's own first, then by how things stand, then by whom. */
import type { Gives } from '../../app/contract';
import { VIEWS } from './wording';

export type View = Gives<'listViews'>[number];

export interface Group {
  title: string;
  views: View[];
  /** They are all of one family, so that the subject alone names each; folded at first. */
  byWhom: boolean;
}

/** Families of many views, each a group of its own. Every other family has one view: how things stand. */
const BY_WHOM = ['department', 'leader', 'mine', 'toSign'] as const;

/** The groups that have views; a person's own views stand among those of everybody too. */
export function groupsOf(views: readonly View[], name: string): Group[] {
  const own = views.filter(({ family, subject }) => subject === name && (family === 'mine' || family === 'toSign'));
  const groups: Group[] = [
    { title: VIEWS.own, views: name === '' ? [] : own, byWhom: false },
    {
      title: VIEWS.standing,
      views: views.filter(({ family }) => !BY_WHOM.some((one) => one === family)),
      byWhom: false,
    },
    ...BY_WHOM.map((one) => ({
      title: VIEWS.families[one],
      views: views.filter(({ family }) => family === one),
      byWhom: true,
    })),
  ];
  return groups.filter((group) => group.views.length > 0);
}
