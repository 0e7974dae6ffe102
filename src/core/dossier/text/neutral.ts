/** R16: the bot's own words are neutral. Finds editorial verbs, and loaded nouns outside an attributed sentence. */

/** Verbs that judge the speaker; "said" says the same without judging. */
const EDITORIAL = /\b(admit(s|ted)?|bluntly|angrily|ironically|boasted|insisted on lying|regime)\b/iu;
/** Words for people that only a party to the conflict may use of the other, and only in an attributed sentence. */
const LOADED = /\b(terroris[mt]s?|militants?|martyr(s|ed)?|khawarij|kharjis?)\b/iu;
/**
 * A sentence is attributed where somebody says something in it, or is named as its source: “per Pakistan”, never “per
 * cent”. Names begin with a capital letter, so this one is case-sensitive.
 */
const PER_SOMEBODY = /\b[Pp]er (the )?\p{Lu}/u;
const ATTRIBUTED = new RegExp(
  String.raw`\b(${[
    'sa(id|ys|ying)|told|wrote|writes|report(s|ed)?|according|call(s|ed|ing)?|alleg(es|ed)|describ(es|ed)',
    'argu(es|ed|ment)|urged|statement|condemned|attributes|rejected|reject(s)?',
  ].join('|')})\b`,
  'iu',
);
const QUOTED = /“[^”]*”/gu;

/**
 * What is not neutral in `text`, as sentences for whoever wrote it; empty where nothing is. Words in “…” are not
 * checked. `attributed`: all of `text` is shown as some party's view.
 */
export function lintNeutral(
  text: string,
  { attributed = false }: { readonly attributed?: boolean | undefined } = {},
): readonly string[] {
  const own = text.replace(QUOTED, '“”');
  return own.split(/(?<=[.;!?])\s+/u).flatMap((sentence) => {
    const editorial = EDITORIAL.exec(sentence)?.[0];
    const loaded = LOADED.exec(sentence)?.[0];
    return [
      ...(editorial === undefined ? [] : [`“${editorial}” judges: write “said”, or a plain name (R16)`]),
      ...(loaded === undefined || attributed || isAttributed(sentence)
        ? []
        : [`“${loaded}” only inside a sentence that says whose word it is (R16)`]),
    ];
  });
}

function isAttributed(sentence: string): boolean {
  return ATTRIBUTED.test(sentence) || PER_SOMEBODY.test(sentence);
}
