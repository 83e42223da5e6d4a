import {
  askedFor,
  changesOf,
  type Entries,
  type Field,
  givenUp,
  insistedOn,
  isDirty,
  missingIn,
  numberOrText,
  otherUnsaved,
  savedAs,
  typedInto,
  withDraft,
  withFaults,
} from '../../src/sidebar/drafts';

function field(id: string, value: Field['value'] = '', values: Partial<Field> = {}): Field {
  return { id, header: id, kind: 'text', note: '', required: false, system: false, options: [], value, ...values };
}

const person = field('person', '白露');
const typed = (entries: Entries) => Object.fromEntries(Object.entries(entries).map(([id, one]) => [id, one.typed]));

describe('typing into a form', () => {
  test('keeps what was typed and what was seen then, and forgets what was typed back', () => {
    const once = typedInto({}, person, '江枫');
    expect(once).toEqual({ person: { typed: '江枫', seen: '白露' } });
    // meanwhile the sheet says otherwise: what was seen when typing began counts
    const later = typedInto(once, field('person', '别人'), '江枫、白露');
    expect(later.person?.seen).toBe('白露');
    expect(typedInto(later, field('person', '别人'), '白露')).toEqual({});
  });

  test('takes an emptied blank cell for unchanged, also where it had been filled by others since', () => {
    const blank = field('deadline', null);
    const once = typedInto({}, blank, '2026-06-30');
    expect(typedInto(once, field('deadline', '2026-07-01'), '2026-07-02').deadline?.seen).toBeNull();
    expect(typedInto(once, blank, '')).toEqual({});
  });

  test('is saved against what was seen', () => {
    const entries = typedInto(typedInto({}, person, '江枫'), field('deadline', null), '2026-06-30');
    expect(changesOf(entries)).toEqual({
      expected: { person: '白露', deadline: null },
      values: { person: '江枫', deadline: '2026-06-30' },
    });
  });

  test('what is typed while saving is under way is still unsaved after it', () => {
    const sent = typedInto({}, person, '江枫');
    const since = typedInto(typedInto(sent, person, '江枫、石青'), field('effect'), '已建账');
    expect(savedAs(sent, changesOf(sent).values)).toEqual({});
    expect(savedAs(since, changesOf(sent).values)).toEqual({
      person: { typed: '江枫、石青', seen: '江枫' },
      effect: { typed: '已建账', seen: '' },
    });
  });

  test('makes a number of digits and leaves anything else for the ledger to refuse', () => {
    expect(['12', ' 7.132 ', '-3', '十二', '1,2', ''].map(numberOrText)).toEqual([12, 7.132, -3, '十二', '1,2', '']);
  });
});

describe('what was refused', () => {
  const entries = typedInto(typedInto({}, person, '江枫'), field('deadline', null), '不知道');
  const changed = { code: 'changed-meanwhile', message: 'K3 刚刚被他人改动，现为“石青”', key: 'person' };

  test('stands at its field, the typed text kept; what belongs to no field is told apart', () => {
    const gone = { code: 'locked', message: '别人正在保存，请稍后再试。' };
    const { entries: marked, others } = withFaults(entries, [changed, gone]);
    expect(typed(marked)).toEqual({ person: '江枫', deadline: '不知道' });
    expect(marked.person).toMatchObject({ fault: changed.message, changed: true });
    expect(others).toEqual([gone]);
  });

  test('the person may hold to theirs, now against what stands there', () => {
    const marked = withFaults(entries, [changed]).entries;
    expect(insistedOn(marked, field('person', '石青')).person).toEqual({ typed: '江枫', seen: '石青' });
  });

  test('or take what stands there', () => {
    expect(typed(givenUp(withFaults(entries, [changed]).entries, 'person'))).toEqual({ deadline: '不知道' });
  });

  test('typing on takes the fault away', () => {
    const marked = withFaults(entries, [changed]).entries;
    expect(typedInto(marked, person, '江枫、石青').person?.fault).toBeUndefined();
  });
});

describe('new records', () => {
  const fields = [field('type', '', { required: true }), field('name', null, { required: true }), field('period')];

  test('evidence must be whole, and says what it lacks at the field', () => {
    const entries = typedInto({}, field('type'), '会议记录');
    const lacking = missingIn('newEvidence', fields, entries);
    expect(lacking.map(({ id }) => id)).toEqual(['name']);
    expect(withFaults(entries, askedFor(lacking)).entries.name?.fault).toBe('请填写“name”。');
  });

  test('an issue may come with its words alone', () => {
    const issue = [field('aspect', '', { required: true }), field('title', '', { required: true })];
    expect(missingIn('issues', issue, {}).map(({ id }) => id)).toEqual(['title']);
    expect(missingIn('issues', issue, typedInto({}, field('title'), '会议记录不规范'))).toEqual([]);
    expect(missingIn('issues', issue, typedInto({}, field('title'), '  ')).length).toBe(1);
  });
});

test('drafts of several records are kept side by side until they are empty', () => {
  const draft = (issue: number, kind: 'issues' | 'measures', key: string, entries: Entries) => ({
    ...{ kind, key, issue, entries },
  });
  const entries = typedInto({}, person, '江枫');
  let drafts = withDraft([], draft(3, 'issues', '3', entries));
  drafts = withDraft(drafts, draft(8, 'measures', '8-2', entries));
  drafts = withDraft(drafts, draft(1, 'issues', '1', entries));
  expect([isDirty(drafts, 3), isDirty(drafts, 4), isDirty(drafts, null)]).toEqual([true, false, false]);
  expect(otherUnsaved(drafts, 3)).toEqual([1, 8]);
  drafts = withDraft(drafts, draft(3, 'issues', '3', {}));
  expect(isDirty(drafts, 3)).toBe(false);
});
