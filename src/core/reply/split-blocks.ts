/** Splits blocks into pages that each fit a platform's message: between blocks and list items, not inside a span. */
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
  if (fits(isRoomBelow ? [...headings, group] : [group]) || group.items.length === 0)
    return [{ block: cutToFit(group, (cut) => fits([cut])), origin: group }];
  const items = group.items.flatMap((item) =>
    fits([withItems([item])]) ? [item] : inParts(item, (part) => fits([withItems([part])])),
  );
  const parts: Spans[][] = [];
  for (const item of items) {
    const last = parts.at(-1);
    const above = parts.length === 1 && isRoomBelow ? headings : [];
    if (last && fits([...above, withItems([...last, item])])) last.push(item);
    else parts.push([item]);
  }
  return parts.map((part) => ({ block: cutToFit(withItems(part), (cut) => fits([cut])), origin: group }));
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

/** The words in at most `max` UTF-16 units; a cut one ends in "…". */
export function cutTo(spans: Spans, max: number): Spans {
  const length = (block: Block) => textsOf(block).reduce((sum, text) => sum + text.length, 0);
  const cut = cutToFit({ kind: 'text', spans }, (block) => length(block) <= max);
  return cut.kind === 'text' ? cut.spans : spans;
}

/** The block with its longest text cut as little as necessary, between characters as readers see them. */
function cutToFit(block: Block, fits: (cut: Block) => boolean): Block {
  let current = block;
  while (!fits(current)) {
    const texts = cutFirst(current);
    const longest = texts.reduce((a, b) => (b.length > a.length ? b : a), '');
    const characters = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(longest)].map(
      ({ segment }) => segment,
    );
    const cutAt = (length: number) =>
      replaceText(current, longest, `${characters.slice(0, length).join('').trimEnd()}…`);
    if (longest === '…' || longest === '') return current;
    if (characters.length === 1) {
      current = replaceText(current, longest, '…');
      continue;
    }
    let [fitting, tooLong] = [0, characters.length - 1];
    while (tooLong - fitting > 1) {
      const middle = Math.floor((fitting + tooLong) / 2);
      if (fits(cutAt(middle))) fitting = middle;
      else tooLong = middle;
    }
    current = cutAt(fitting);
  }
  return current;
}

/** Of a group the line is cut last: it says what all its items are about. */
function cutFirst(block: Block): readonly string[] {
  const items = block.kind === 'group' ? textsOf({ kind: 'list', items: block.items }) : [];
  return items.some((text) => text !== '' && text !== '…') ? items : textsOf(block);
}

function textsOf(block: Block): readonly string[] {
  const texts = (spans: Spans) => spans.map((span) => (typeof span === 'string' ? span : span.text));
  switch (block.kind) {
    case 'list':
      return block.items.flatMap(texts);
    case 'group':
      return [block.lead, ...block.items].flatMap(texts);
    case 'quotation':
      return [block.text, ...texts(block.by)];
    case 'heading':
    case 'text':
    case 'note':
      return texts(block.spans);
  }
}

function replaceText(block: Block, text: string, replacement: string): Block {
  const replace = (spans: Spans): Spans =>
    spans.map((span) => {
      if (typeof span === 'string') return span === text ? replacement : span;
      return span.text === text ? { ...span, text: replacement } : span;
    });
  switch (block.kind) {
    case 'list':
      return { kind: 'list', items: block.items.map(replace) };
    case 'group':
      return { ...block, lead: replace(block.lead), items: block.items.map(replace) };
    case 'quotation':
      return { kind: 'quotation', text: block.text === text ? replacement : block.text, by: replace(block.by) };
    case 'heading':
    case 'text':
    case 'note':
      return { ...block, spans: replace(block.spans) };
  }
}
