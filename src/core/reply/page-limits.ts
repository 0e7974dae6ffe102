/** What a platform allows a page to be, as data: pages are cut and buttons laid out by it, and no command knows it. */
import type { Page } from './page.ts';

/** All words of a page. */
export type PageText = Pick<Page, 'title' | 'blocks' | 'details' | 'footer'>;

export interface PageLimits {
  /** Whether these words, rendered as one message, are within the platform's limits. */
  readonly fits: (text: PageText) => boolean;
  /** Details are shown folded in place while they fit; elsewhere each is a button. */
  readonly folds: boolean;
  /** The most options of a menu. 0: the platform has no menus, and options are buttons. */
  readonly menu: number;
  /** The most options that are buttons at a time, where there are no menus. */
  readonly options: number;
  /** The most buttons in a row. */
  readonly perRow: number;
  /** A button whose label has more UTF-16 units than this has a row of its own. */
  readonly longLabel: number;
}

/** Everything is on one page, and every detail and option is a button. */
export const UNLIMITED: PageLimits = {
  fits: () => true,
  folds: false,
  menu: 0,
  options: Number.POSITIVE_INFINITY,
  perRow: Number.POSITIVE_INFINITY,
  longLabel: Number.POSITIVE_INFINITY,
};
