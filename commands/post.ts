/** /post: begins a new entry, question by question. */
import { command } from '../src/core/chat/command.ts';
import { FORM_KINDS } from '../src/core/chat/form/draft.ts';
import { reply } from '../src/core/chat/reply.ts';
import { beginDraft } from '../src/core/desk/begin-draft.ts';
import { deskOf } from '../src/core/desk/telling.ts';

const kinds = () => FORM_KINDS.map((id) => ({ id, label: id, aliases: [] }));

export default command({
  name: 'post',
  who: 'moderator',
  isConfidential: true,
  params: { kind: { kind: 'name', names: kinds, rest: true } },
  run({ kind }, context) {
    const desk = deskOf(context);
    const form = FORM_KINDS.find((one) => one === kind?.id);
    if (form !== undefined) return beginDraft({ form, purpose: 'post' }, desk);
    const { language } = context;
    return reply({
      blocks: [{ kind: 'text', spans: language.spans('desk-which-kind') }],
      actions: FORM_KINDS.map((one) => ({
        label: language.text('form-kind', { form: one }),
        command: 'post',
        args: { kind: one },
      })),
    });
  },
});
