/** The same message in Discord's Components V2, for decision 023: what an embed holds, in a container. */
import { type Json, record, records, text } from '../fakes/json.ts';

/** Source: docs.discord.com/developers/components/reference */
const [TEXT_DISPLAY, SEPARATOR, CONTAINER] = [10, 14, 17];
const IS_COMPONENTS_V2 = 1 << 15;

/** `body` as it would be posted; its menus and buttons stand inside the container, as a card. */
export function inContainer(body: Json): Json {
  const content = text(body['content']);
  const [embed = {}] = records(body['embeds']);
  const footer = text(record(embed['footer'])['text']);
  const said = [`### ${text(embed['title'])}`, text(embed['description'])].join('\n');
  return {
    flags: IS_COMPONENTS_V2,
    allowed_mentions: body['allowed_mentions'],
    components: [
      ...(content === '' ? [] : [{ type: TEXT_DISPLAY, content }]),
      {
        type: CONTAINER,
        ...(embed['color'] === undefined ? {} : { accent_color: embed['color'] }),
        components: [
          { type: TEXT_DISPLAY, content: said },
          ...(footer === '' ? [] : [{ type: TEXT_DISPLAY, content: `-# ${footer}` }]),
          ...(records(body['components']).length === 0 ? [] : [{ type: SEPARATOR }]),
          ...records(body['components']),
        ],
      },
    ],
  };
}
