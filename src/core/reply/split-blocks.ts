/** Splits blocks into pages that each fit a platform's message: between blocks and list items, not inside a span. */
import { cutToFit } from './cut-to-fit.ts';
import { mostThat } from './most-that.ts';
import type { Block, Span, Spans } from './span.ts';

/** Whether these blocks, rendered as one message, are within the platform's limits. */
export type Fits = (blocks: readonly Block[]) => boolean;

type Group = Block & { readonly kind: 'group' };

/** A block that is not split further, e.g. one item of a list or a whole group, and the block that it came from. */
interface Atom {
  readonly block: Block;
  readonly origin: Block;
}

/**
 * At least one page, each with `footer` at its end. A block that does not fit on a page is split between its spans. A
 * span that does not fit is cut and ends in "…" (R14). A heading stays on the page of the block that follows it. A
 * group that fits on a page with its headings is on one page; a longer one goes on under the same line (V3).
 */
export function splitBlocks(
  blocks: readonly Block[],
  footer: readonly Block[],
  fits: Fits,
): readonly (readonly Block[])[] {
  // Each block of the footer must fit twice, so that the footer leaves room for the rest of the page.
  const foot = footer.map((block) =>
    cutToFit(block, (cut) => fits([cut, ...footer.filter((other) => other !== block), cut])),
  );
  const fitsPage: Fits = (page) => fits([...page, ...foot]);
  const atoms: Atom[] = [];
  for (const block of blocks) {
    const parts =
      block.kind === 'group'
        ? divideGroup(block, headingsAtEnd(atoms), fitsPage)
        : toAtoms(block).flatMap((atom) => divide(atom, fitsPage));
    atoms.push(...parts);
  }
  const pages: Atom[][] = [];
  let page: Atom[] = [];
  const fitsAtoms = (some: readonly Atom[]) => fitsPage(join(some));
  for (let next = 0; next < atoms.length; next += 1) {
    if (page.length > 0) {
      const before = page;
      const room = mostThat(
        (count) => fitsAtoms([...before, ...atoms.slice(next, next + count)]),
        atoms.length - next,
        pages.at(-1)?.length ?? 1,
      );
      page.push(...atoms.slice(next, next + room));
      next += room;
    }
    const atom = atoms[next];
    if (atom === undefined) break;
    if (page.length > 0) {
      const carried = carriedFrom(page);
      const kept = page.slice(0, page.length - carried.length);
      if (kept.length > 0 && fitsAtoms([...carried, atom])) {
        pages.push(kept);
        page = carried;
      } else if (kept.length > 0 && carried.some(({ origin }) => origin.staysWithNext)) {
        // What belongs together does not fit on one page: it begins a page of its own.
        pages.push(kept, carried);
        page = [];
      } else {
        pages.push(page);
        page = [];
      }
    }
    page.push(atom);
  }
  if (page.length > 0 || pages.length === 0) pages.push(page);
  return pages.map((one) => [...join(one), ...foot]);
}

function toAtoms(block: Block): readonly Atom[] {
  if (block.kind !== 'list') return [{ block, origin: block }];
  return block.items.map((item) => ({ block: { kind: 'list', items: [item] }, origin: block }));
}

/** Items of the same list that are on one page become one list again. */
function join(atoms: readonly Atom[]): readonly Block[] {
  const joined: Atom[] = [];
  for (const atom of atoms) {
    const last = joined.at(-1);
    if (last && last.origin === atom.origin && last.block.kind === 'list' && atom.block.kind === 'list') {
      joined[joined.length - 1] = {
        origin: atom.origin,
        block: { kind: 'list', items: [...last.block.items, ...atom.block.items] },
      };
    } else joined.push(atom);
  }
  return joined.map(({ block }) => block);
}

/** The end of a page that belongs to the next block: headings, a list's bold line, and what `staysWithNext`. */
function carriedFrom(page: readonly Atom[]): Atom[] {
  const isCarried = ({ block, origin }: Atom) => isHeading(block) || origin.staysWithNext === true;
  return page.slice(page.findLastIndex((atom) => !isCarried(atom)) + 1);
}

function headingsAtEnd(atoms: readonly Atom[]): readonly Block[] {
  const headings = atoms.slice(atoms.findLastIndex(({ block }) => !isHeading(block)) + 1);
  return headings.map(({ block }) => block);
}

/** A page that nothing follows: no heading stands over nothing (V3). A page of headings alone stays as it is. */
export function withoutHeadingsAtEnd(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.findLastIndex((block) => !isHeading(block));
  return last === -1 ? blocks : blocks.slice(0, last + 1);
}

function isHeading(block: Block): boolean {
  return block.kind === 'heading' || isLeadIn(block);
}

function isLeadIn(block: Block): boolean {
  const [only, ...more] = block.kind === 'text' ? block.spans : [];
  return more.length === 0 && typeof only === 'object' && only.kind === 'strong';
}

function divide(atom: Atom, fits: Fits): readonly Atom[] {
  if (fits([atom.block])) return [atom];
  const { block, origin } = atom;
  if (block.kind === 'group') return divideGroup(block, [], fits);
  if (block.kind === 'quotation') return [{ block: cutToFit(block, (cut) => fits([cut])), origin }];
  const spans = block.kind === 'list' ? (block.items[0] ?? []) : block.spans;
  const withSpans = (some: Spans): Block =>
    block.kind === 'list' ? { kind: 'list', items: [some] } : { ...block, spans: some };
  return inParts(spans, (part) => fits([withSpans(part)])).map((part) => ({
    block: cutToFit(withSpans(part), (cut) => fits([cut])),
    origin,
  }));
}

/**
 * Each part has the line, and as many of the items as there is room for; the first one leaves room for the headings
 * above it. An item that is too long for that is split between its spans.
 */
function divideGroup(group: Group, headings: readonly Block[], fits: Fits): readonly Atom[] {
  const withItems = (items: readonly Spans[]): Group => ({ ...group, items });
  const isRoomBelow = fits([...headings, withItems(group.items.slice(0, 1))]);
  if (fits(isRoomBelow ? [...headings, group] : [group])) return [{ block: group, origin: group }];
  if (![...group.items.flat(), ''].every((span) => fits([withItems([[span]])]))) return dissolve(group, fits);
  const items = group.items.flatMap((item) => inParts(item, (part) => fits([withItems([part])])));
  const parts: Spans[][] = [];
  for (const item of items) {
    const last = parts.at(-1);
    const above = parts.length === 1 && isRoomBelow ? headings : [];
    if (last && fits([...above, withItems([...last, item])])) last.push(item);
    else parts.push([item]);
  }
  return parts.map((part) => ({ block: withItems(part), origin: group }));
}

/** The line as a text and the items as a list: repeating the line would leave no room for words that would fit. */
function dissolve({ lead, items }: Group, fits: Fits): readonly Atom[] {
  const text: Block = { kind: 'text', spans: lead, staysWithNext: true };
  return [text, { kind: 'list' as const, items }].flatMap((block) =>
    toAtoms(block).flatMap((atom) => divide(atom, fits)),
  );
}

/** In order, as many together as fit; one at least. */
function inParts(spans: Spans, fits: (part: Spans) => boolean): readonly Spans[] {
  const parts: Span[][] = [];
  for (const span of spans) {
    const last = parts.at(-1);
    if (last && fits([...last, span])) last.push(span);
    else parts.push([span]);
  }
  return parts;
}
