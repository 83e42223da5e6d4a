import { readNames } from '../../src/ledger/editNames';

const LISTED = [
  { name: '方禾', position: '办公室主任' },
  { name: '许青', position: '局长' },
  { name: '许明', position: '副局长' },
  { name: '欧阳文', position: '水资源股股长' },
  { name: '李一', position: '会计' },
];

describe('without 名单', () => {
  test.each([
    ['方 禾', '方禾'],
    ['方　禾', '方禾'],
    ['方禾 许青', '方禾、许青'],
    ['方禾，许青/李一', '方禾、许青、李一'],
    ['方 禾、许 青', '方禾、许青'],
    ['John Smith', 'John Smith'],
  ])('%s → %s', (typed, names) => {
    expect(readNames(typed, undefined)).toEqual({ value: names });
  });

  test.each(['方 禾 许青', '欧阳 文轩', '方主任', '许局长'])('%s waits for 名单', (typed) => {
    expect(readNames(typed, undefined)).toMatchObject({ listHelps: true });
  });
});

describe('with 名单', () => {
  test.each([
    ['方 禾 许青', '方禾、许青'],
    ['欧阳 文', '欧阳文'],
    ['方主任', '方禾'],
    ['方禾主任', '方禾'],
    ['欧阳股长', '欧阳文'],
    ['方禾同志', '方禾'],
    ['方 主任', '方禾'],
    ['方禾 主任', '方禾'],
    ['办公室主任方禾', '方禾'],
    ['局长 许青', '许青'],
    ['李会计、方主任', '李一、方禾'],
    ['方 禾、许 青', '方禾、许青'],
  ])('%s → %s', (typed, names) => {
    expect(readNames(typed, LISTED)).toEqual({ value: names });
  });

  test('a surname and office that fit two people, or none, are not guessed', () => {
    expect(readNames('许局长', LISTED)).toEqual({
      unclear: '“许局长”名单中有2人相符，请填写姓名，多人用顿号分开',
      listHelps: false,
    });
    expect(readNames('王局长', LISTED)).toEqual({
      unclear: '“王局长”是称呼，不是姓名，请填写姓名，多人用顿号分开',
      listHelps: false,
    });
  });

  test.each(['赵新', '赵 新', '方禾、赵新', 'John Smith', '方禾（已调离）'])(
    '%s has somebody 名单 does not know, and says whom',
    (typed) => {
      const reading = readNames(typed, LISTED);
      expect(reading).toMatchObject({ unclear: expect.stringMatching(/^名单中没有“.+”，请核对姓名/) });
      expect(readNames(typed, [])).toHaveProperty('value');
    },
  );
});
