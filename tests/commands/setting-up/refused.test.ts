/** What /subscribe does not understand, one thing at a time. */
import { describe, expect, it } from 'vitest';
import { admin, chatForTests, here } from '../../core/chat/chat-for-tests.ts';

describe('/subscribe', () => {
  it.each([
    ['schedule:dayly', 'Did you mean “daily”?'],
    ['schedule:now', 'I did not understand “now”. I understand words such as: daily at 8'],
    ['schedule:"*/5 * * * *"', 'comes more often than every 15 minutes'],
    ['schedule:"0 8 30 2 *"', 'never comes: there is no such day'],
    ['schedule:"0 8 1 * *" at:09:00', 'A cron expression says its own time.'],
    ['at:25:00', '“25:00” is not a time of day.'],
    ['topics:airstrik', 'Did you mean airstrike? There are talks, ceasefire, clash,'],
    ['topics:weather', '“weather” is not a topic. There are talks,'],
    ['side:taliban', 'could be several things for side'],
    ['timezone:karachy', 'Did you mean timezone:Asia/Karachi?'],
    ['quiet:22:00-22:00', 'Please give two different times'],
    ['quiet:sometimes', 'I did not understand “sometimes” as quiet hours. For example quiet:22:00-07:00'],
    ['quiet:22:00-25:00', '“25:00” is not a time of day.'],
    [
      'timezone:IST',
      '“IST” was not understood for timezone. For example timezone:Asia/Karachi · timezone:Asia/Kabul · timezone:UTC',
    ],
    ['timezone:Mumbai', 'For example timezone:Asia/Karachi ·'],
    ['timezone:asia/kabull', 'Did you mean timezone:Asia/Kabul?'],
    ['side:un', '“un” was not understood for side'],
    ['side:india', '“india” was not understood for side'],
    ['schedule:"*/5 * * * *"', 'For example schedule:daily'],
    ['schedule:"0 8 31 2 *"', 'For example schedule:daily'],
    ['channel:@news', 'channel: is not used here. Send the command without it'],
  ])('%s is refused in words, and nothing is kept', async (args, words) => {
    const chat = await chatForTests({}, { asker: admin });
    const page = await chat.answers(`/subscribe ${args}`);
    expect(await chat.says(`/subscribe ${args}`)).toContain(words);
    expect(page.audience).toBe('asker');
    expect(await chat.subscriptions.of(here.id)).toBeUndefined();
    expect(chat.bugs).toEqual([]);
  });

  it('at: alone is refused where the schedule is a cron expression', async () => {
    const chat = await chatForTests({}, { asker: admin });
    await chat.says('/subscribe schedule:"0 8 1 * *"');
    expect(await chat.says('/subscribe at:09:00')).toContain('A cron expression says its own time.');
  });
});
