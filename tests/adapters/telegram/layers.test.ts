/** Titles, folded details and choices on Telegram, and whose press changes what a group sees. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { INCIDENTS, LONG_DETAIL, layeredCommand, layeredWords } from '../layered-command.ts';
import { type RunningTelegram, startTelegram } from './start-telegram.ts';

const composed: string[] = [];
let bot: RunningTelegram;
beforeAll(async () => {
  bot = await startTelegram({ chat: { commands: [layeredCommand(composed)], language: layeredWords } });
  await bot.log.says('Commands registered');
});
afterAll(() => bot.stop());

describe('an answer', () => {
  test('begins with its title in bold, and folds in place the details that fit', async () => {
    const answer = await bot.telegram.user().says('/layered');
    expect(answer.text).toMatch(
      /^Figures: all incidents, all\nWhat leads\.\n\nTerms\nThe terms\.\n\n“No war”\n— Somebody/u,
    );
    expect(answer.text).toMatch(/Breaches \(3\)\n• One\n• Two\n• Three\n\nAs of today\.$/u);
    const folded = answer.entities.filter(({ type }) => type === 'expandable_blockquote');
    const bold = answer.entities.filter(({ type }) => type === 'bold');
    expect(folded).toHaveLength(2);
    expect(bold).toHaveLength(3);
    expect(answer.entities.some(({ type }) => type === 'blockquote')).toBe(false);
  });

  test('has a button for a detail that does not fit, and pages in it', async () => {
    const person = bot.telegram.user();
    const answer = await person.says('/layered');
    expect(answer.rows[0]).toEqual([LONG_DETAIL]);
    const detail = await person.presses(answer, LONG_DETAIL);
    expect(detail.text).toContain('Page 1 of');
    const next = await person.presses(detail, 'Next ›');
    expect(next.text).toContain('Page 2 of');
    expect((await person.presses(next, '‹ The answer')).text).toBe(answer.text);
  });

  test('has at most two buttons in a row, a long one alone, few options at a time, and styles', async () => {
    const person = bot.telegram.user();
    const answer = await person.says('/layered');
    expect(answer.rows).toEqual([
      [LONG_DETAIL],
      ['Incident 0', 'Incident 1'],
      ['Incident 2', 'Incident 3'],
      ['Incident 4', 'Incident 5'],
      ['Incident 6', 'Incident 7'],
      ['More incidents …', 'Victims: all'],
      ['Approve', 'Discard'],
    ]);
    expect(answer.buttons.map(({ style }) => style).slice(-2)).toEqual(['success', 'danger']);
    const victims = await person.presses(answer, 'Victims: all');
    expect(victims.rows.slice(1)).toEqual([
      ['soldiers', 'civilians'],
      ['fighters of the other side'],
      ['Choose an incident'],
      ['Approve', 'Discard'],
    ]);
    expect((await person.presses(victims, 'civilians')).text).toContain('all incidents, civilians');
  });

  test('offers every option somewhere', async () => {
    const person = bot.telegram.user();
    let answer = await person.says('/layered');
    const seen = new Set<string>();
    for (let at = 0; at < INCIDENTS / 8; at += 1) {
      for (const { label } of answer.buttons) if (label.startsWith('Incident')) seen.add(label);
      answer = await person.presses(answer, 'More incidents …');
    }
    expect(seen.size).toBe(INCIDENTS);
  });

  test('shows itself where a button names a detail that is no more', async () => {
    const person = bot.telegram.user();
    const answer = await person.says('/layered');
    const pressed = await person.pressesData(answer, 'layered;0;.=gone');
    expect(pressed).toMatchObject({ text: answer.text, toast: undefined });
  });
});

describe('in a group', () => {
  const inOneGroup = () => {
    const asker = bot.telegram.user({ chat: 'supergroup' });
    return { asker, other: bot.telegram.user({ chat: 'supergroup', chatId: asker.chatId }) };
  };

  test('the asker’s press changes the answer; somebody else is told to ask, and it stays', async () => {
    const { asker, other } = inOneGroup();
    const answer = await asker.says('/layered');
    const refused = await other.presses(answer, LONG_DETAIL);
    expect(refused).toMatchObject({ edited: false, text: answer.text });
    expect(refused.toast).toContain('Send the command yourself');
    const opened = await asker.presses(answer, LONG_DETAIL);
    expect(opened).toMatchObject({ edited: true, toast: undefined });
    expect((await other.presses(opened, '‹ The answer')).toast).toContain('only for the person who asked');
  });

  test('anybody’s does where nobody knows who asked: an admin who wrote in the name of the group', async () => {
    const asker = bot.telegram.user({ chat: 'supergroup', anonymous: true });
    const answer = await asker.says('/layered');
    const other = bot.telegram.user({ chat: 'supergroup', chatId: asker.chatId });
    expect(await other.presses(answer, LONG_DETAIL)).toMatchObject({ edited: true, toast: undefined });
  });
});
