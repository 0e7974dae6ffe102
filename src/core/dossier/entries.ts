/** The entries of a dossier: their types, and the schemas that all that comes from outside is parsed with. */
export { type Ceasefire, ceasefireSchema } from './kinds/ceasefire.ts';
export { type Claim, claimSchema, type Unit, unitOf } from './kinds/claim.ts';
export { type Development, developmentSchema } from './kinds/development.ts';
export { developmentCategorySchema, idSchema, type Side } from './kinds/field-schemas.ts';
export { type AnyEntry, anyEntrySchema, ENTRY_KINDS, type EntryKind } from './kinds/index.ts';
export type { Party } from './kinds/party.ts';
export type { Person } from './kinds/person.ts';
export { type Place, placeSchema } from './kinds/place.ts';
export { type Quote, quoteSchema } from './kinds/quote.ts';
export { type Source, sourceSchema } from './kinds/source.ts';
export { type Talks, talksSchema } from './kinds/talks.ts';
