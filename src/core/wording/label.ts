/** An entry in the few words by which whoever writes tells it from others. */
import type { AnyEntry } from '../dossier/entries.ts';

export function labelOf({ kind, fields }: AnyEntry): string {
  switch (kind) {
    case 'development':
    case 'source':
      return fields.title;
    case 'quote':
      return fields.text;
    case 'claim':
      return fields.count.asPrinted;
    case 'ceasefire':
      return fields.headline;
    case 'talks':
      return fields.venue;
    case 'party':
    case 'person':
    case 'place':
      return fields.name;
  }
}
