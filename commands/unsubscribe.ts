/** /unsubscribe: ends the subscription of this chat. */
import { command } from '../src/core/chat/command.ts';
import { targetChat } from '../src/core/chat/target-chat.ts';
import { reply } from '../src/core/reply/reply.ts';

export default command({
  name: 'unsubscribe',
  who: 'channel-admin',
  params: { channel: { kind: 'channel' } },
  async run(args, context) {
    const { language, subscriptions } = context;
    const place = await targetChat(args.channel, context);
    const before = await subscriptions.of(place.id);
    const was = await subscriptions.remove(place.id);
    return reply({
      blocks: [
        { kind: 'text', spans: language.spans(was ? 'unsubscribe-done' : 'unsubscribe-none') },
        ...(was && before?.board.message
          ? [{ kind: 'note' as const, spans: language.spans('unsubscribe-board') }]
          : []),
      ],
    });
  },
});
