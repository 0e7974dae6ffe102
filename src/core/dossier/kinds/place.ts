/** Where something happened: from one building to a country or a sea. */
import { z } from 'zod';
import { words } from '../text/readable.ts';
import { aliases, idSchema } from './field-schemas.ts';
import { entryOf, type FlawOf, type Kind, none } from './kind.ts';

export const placeSchema = z.strictObject({
  id: idSchema,
  name: words,
  /** ISO 3166-1 alpha-2; null for a line between two states that one of them does not recognise. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  /** Province; empty for a line that belongs to none. */
  admin1: z.union([z.literal(''), words]),
  /** Degrees north and east; left out or null where nobody gives them. */
  lat: z.number().min(-90).max(90).nullable().optional(),
  lon: z.number().min(-180).max(180).nullable().optional(),
  /** `site`: a building or a spot that is none of the others. */
  kind: z.enum([
    'border-crossing',
    'city',
    'district',
    'country',
    'region',
    'village',
    'place-of-worship',
    'site',
    'sea',
  ]),
  aliases,
});
export type Place = z.infer<typeof placeSchema>;

export const placeKind = {
  kind: 'place',
  schema: placeSchema,
  entry: entryOf('place', placeSchema),
  file: 'places.json',
  mayLackFile: false,
  map: 'places',
  references: none,
  links: [],
  correctedWhereNamed: true,
  ownWords: none,
  vocabulary: none,
  rules: halfPositions,
  repeats: none,
  likeness: null,
  news: null,
} as const satisfies Kind<'place', Place, unknown>;

function halfPositions(places: readonly Place[]): readonly FlawOf[] {
  return places
    .filter(({ lat, lon }) => ((lat ?? null) === null) !== ((lon ?? null) === null))
    .map(({ id }) => ({ id, field: 'lat', message: 'lat and lon go together: give both or neither' }));
}
