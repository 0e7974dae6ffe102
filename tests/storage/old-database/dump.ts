/** A database as a text of statements that make it anew. */
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

type Row = Readonly<Record<string, unknown>>;
const HEADER = (
  name: string,
) => `-- A Truceline database on ${name} as the code wrote it that kept the meaning of a delivery in one number, \`slot\`:
-- of a process that was killed in the middle of everything. The program that made it is in the history, in the
-- commit that added this file. Never changed: databases like it are in use.
`;

/** Kysely records the real time of a migration. */
const MIGRATED = '2026-11-22T07:00:00.000Z';

const literal = (value: unknown): string =>
  value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;

function inserts(table: string, rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map(
    (row) =>
      `(${columns.map((column) => literal(table === 'kysely_migration' && column === 'timestamp' ? MIGRATED : row[column])).join(', ')})`,
  );
  return `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES\n${values.join(',\n')};\n`;
}

const ORDER: Readonly<Record<string, string>> = {
  kysely_migration: 'name',
  kysely_migration_lock: 'id',
  revisions: 'seq',
  announcements: 'from_seq',
  facts: 'name',
  moderators: 'person, term',
  drafts: 'id',
  subscriptions: 'id',
  deliveries: 'place, due_at, id',
};

export function dumpSqlite(path: string): string {
  const db = new DatabaseSync(path, { readOnly: true });
  const schema = db
    .prepare(
      "select sql from sqlite_schema where sql is not null and name not like 'sqlite_%' order by type = 'index', name",
    )
    .all()
    .map(({ sql }) => `${String(sql)};\n`);
  const tables = Object.entries(ORDER).map(([table, order]) =>
    inserts(table, db.prepare(`select * from "${table}" order by ${order}`).all()),
  );
  db.close();
  return [HEADER('SQLite'), ...schema, '', ...tables].join('\n');
}

export async function schemaOfPostgres(url: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  const all = async (statement: string, values: readonly unknown[] = []) =>
    (await client.query<Record<string, string | null>>(statement, [...values])).rows;
  const made: string[] = [];
  const names = await all("select tablename from pg_tables where schemaname = 'public' order by tablename");
  for (const { tablename } of names) {
    const columns = await all(
      `select a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull::text as notnull, pg_get_expr(d.adbin, d.adrelid) as def
       from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
       where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
      [`public.${tablename}`],
    );
    const constraints = await all(
      "select conname, pg_get_constraintdef(oid) as def from pg_constraint where conrelid = $1::regclass and contype <> 'n' order by conname",
      [`public.${tablename}`],
    );
    const lines = [
      ...columns.map(
        ({ attname, type, notnull, def }) =>
          `  "${attname}" ${type}${def === null ? '' : ` DEFAULT ${def}`}${notnull === 'true' ? ' NOT NULL' : ''}`,
      ),
      ...constraints.map(({ conname, def }) => `  CONSTRAINT "${conname}" ${def}`),
    ];
    made.push(`CREATE TABLE "${tablename}" (\n${lines.join(',\n')}\n);\n`);
  }
  const indexes = await all(
    `select indexdef from pg_indexes where schemaname = 'public'
     and indexname not in (select conname from pg_constraint) order by indexname`,
  );
  made.push(...indexes.map(({ indexdef }) => `${indexdef?.replace(' ON public.', ' ON ')};`));
  await client.end();
  return made.join('\n');
}

export async function dumpPostgres(url: string): Promise<string> {
  const client = new pg.Client({
    connectionString: url,
    types: {
      getTypeParser: (id: number, format: unknown) =>
        id === 20 ? Number : pg.types.getTypeParser(id, format as never),
    } as never,
  });
  await client.connect();
  const tables: string[] = [];
  for (const [table, order] of Object.entries(ORDER)) {
    // As SQLite orders text: by its bytes.
    tables.push(inserts(table, (await client.query<Row>(`select * from "${table}" order by ${order}`)).rows));
  }
  await client.end();
  return [HEADER('PostgreSQL'), await schemaOfPostgres(url), '', ...tables].join('\n');
}
