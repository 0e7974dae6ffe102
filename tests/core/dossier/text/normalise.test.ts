/** The one spelling that search and names compare: case, accents, apostrophes, look-alike letters. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, withoutBrackets, wordsOf } from '../../../../src/core/dossier/text/normalise.ts';

describe('normalise', () => {
  it('folds plain letters alone as it does beside others', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(normalise(`${text}é`)).toBe(`${normalise(text)}e`);
      }),
      { numRuns: 500 },
    );
    expect(normalise("Ghazi's `Aurangzeb`")).toBe('ghazis aurangzeb');
  });

  it.each([
    ['Arabic yeh', 'ي', 'ی'],
    ['alef maksura', 'ى', 'ی'],
    ['Pashto e', 'ې', 'ی'],
    ['Pashto tail yeh', 'ۍ', 'ی'],
    ['Arabic kaf', 'ك', 'ک'],
    ['Pashto gaf', 'ګ', 'گ'],
    ['teh marbuta', 'ة', 'ه'],
    ['heh with yeh above', 'ۀ', 'ه'],
    ['heh goal', 'ہ', 'ه'],
    ['heh doachashmee', 'ھ', 'ه'],
    ['alef with hamza above', 'أ', 'ا'],
    ['alef with hamza below', 'إ', 'ا'],
    ['alef wasla', 'ٱ', 'ا'],
  ])('folds %s', (_, letter, folded) => {
    expect(normalise(letter)).toBe(folded);
    // As a base letter and a mark of its own, the way some keyboards write it.
    expect(normalise(letter.normalize('NFD'))).toBe(folded);
  });

  it.each([
    ['harakat', 'كَتَبَ', 'کتب'],
    ['tanwin and shadda', 'مُدًّى', 'مدی'],
    ['superscript alef', 'هٰذا', 'هذا'],
    ['Quranic marks', 'قالۖ', 'قال'],
    ['tatweel', 'کـــابل', 'کابل'],
    ['the zero-width non-joiner', 'می\u200cخواهم', 'میخواهم'],
    ['bidi controls', '\u2067کابل\u2069\u200f', 'کابل'],
    ['a byte order mark', '\ufeffکابل', 'کابل'],
    ['presentation forms', 'ﻛﺎﺑﻞ', 'کابل'],
    ['full-width letters', 'ＫＡＢＵＬ', 'kabul'],
    ['accents', 'Türkiye Erdoğan', 'turkiye erdogan'],
    ['apostrophes', "Qur'an Qur’an Qurʼan Qur‘an Qur`an", 'quran quran quran quran quran'],
    ['case', 'KABUL İstanbul', 'kabul istanbul'],
  ])('drops or folds %s', (_, text, folded) => {
    expect(normalise(text)).toBe(folded);
  });

  it('makes one spelling of the same name typed on Urdu, Arabic and Persian keyboards', () => {
    expect(new Set(['ہلمند', 'هلمند', 'ھلمند'].map(normalise)).size).toBe(1);
    expect(new Set(['کرزی', 'كرزي', 'کرزې'].map(normalise)).size).toBe(1);
  });

  it('keeps letters apart that mean different sounds', () => {
    expect(new Set(['ب', 'پ', 'ت', 'ٹ', 'ژ', 'ز', 'ڑ', 'ر', 'ک', 'گ', 'ا', 'آ'].map(normalise)).size).toBe(12);
  });

  it('changes nothing that it has folded', () => {
    const unit = fc.constantFrom(...'aBéİß’آأيىكګةہ\u064bـ\u200c1 -ﻛ'.split(''), '🕊️');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });
});

describe('wordsOf', () => {
  it.each([
    ['No agreement — Pakistan’s “open war”.', ['no', 'agreement', 'pakistans', 'open', 'war']],
    ['60-70 Kharjis [terrorists]', ['60', '70', 'kharjis', 'terrorists']],
    ['۲۹ نفر کشته', ['۲۹', 'نفر', 'کشته']],
    ['دیورنډ، کرښه؟', ['دیورنډ', 'کرښه']],
    [' \n…!', []],
    ['', []],
  ])('of “%s”', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('withoutBrackets', () => {
  it.each([
    ['de facto authorities (UN usage)', 'de facto authorities'],
    ['Armed Forces / Public Relations (ISPR) of it', 'Armed Forces / Public Relations of it'],
    ['(whole)', '(whole)'],
    ['no end (of it', 'no end (of it'],
    ['', ''],
  ])('“%s” is “%s”', (text, left) => {
    expect(withoutBrackets(text)).toBe(left);
  });
});
