import { expect, test } from 'vitest';
import { openNewsroom, PEOPLE } from './newsroom.ts';
test('x', async () => {
  const room = await openNewsroom();
  const person = room.telegram.user({ id: PEOPLE.telegram });
  const group = room.telegram.channel({ kind: 'supergroup', admins: [PEOPLE.telegram] });
  const admin = room.telegram.user({ id: PEOPLE.telegram, chat: 'supergroup', chatId: group, status: 'administrator' });
  console.log((await admin.says('/subscribe')).text);
  const channelId = '200000000000000099';
  const dadmin = room.discord.user({ permissions: 2147601472n | 32n, channelId });
  console.log((await dadmin.slash('subscribe')).text);
  const one = await person.says('/post claim');
  console.log(one.text, one.buttons);
  expect(room.bugs).toEqual([]);
  await room.close();
}, 30000);
