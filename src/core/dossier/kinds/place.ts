/** Where something happened: a crossing, a city, a district, a region or a country. */
import { z } from 'zod';
import { words } from '../text/readable.ts';
import { aliases, idSchema } from './field-schemas.ts';
import { entryOf, type Kind, none } from './kind.ts';

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
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  kind: z.enum(['border-crossing', 'city', 'district', 'country', 'region']),
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
  ownWords: none,
  vocabulary: none,
  rules: none,
  repeats: none,
  likeness: null,
  news: null,
} as const satisfies Kind<'place', Place, unknown>;
