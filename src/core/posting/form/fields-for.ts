/** What a form asks for each purpose: of a new entry, an update, a correction, a retraction, a drill. */

import { KINDS } from '../../dossier/kinds/index.ts';
import type { Field } from '../../wording/forms/form.ts';
import { type FormKind, formOf } from '../../wording/forms/form-kinds.ts';
import { ANNOUNCE } from '../../wording/forms/shared-fields.ts';
import type { Purpose } from './draft.ts';

const REASON: Field = { name: 'reason', path: null, is: { kind: 'text' } };
const WEIGHT: Field = { name: 'weight', path: null, is: { kind: 'choice', choices: ['minor', 'material'] } };

/** Whom a drill goes to. */
const REACH: Field = { name: 'reach', path: null, is: { kind: 'choice', choices: ['me', 'subscribers'] } };

/** Everything that is asked for this purpose, in order. */
export function fieldsFor(form: FormKind, purpose: Purpose): readonly Field[] {
  const { fields } = formOf(form);
  const unannounced = fields.filter((field) => field.name !== ANNOUNCE.name);
  switch (purpose) {
    case 'post':
      return fields;
    case 'update':
      // Of most kinds an alert tells only what is new.
      return [...(KINDS[form].news?.alertsAgain === 'updated' ? fields : unannounced), REASON];
    case 'correct':
      return [...unannounced, REASON, WEIGHT];
    case 'retract':
      return [REASON, WEIGHT];
    case 'drill':
      return [...unannounced, REACH];
  }
}
