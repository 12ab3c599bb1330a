/* Text becomes the words that search compares: lower case, without accents, each by its stem.
   src/pirgen/retrieval/words.py and stemmer.py do the same when the index is made; one file of cases,
   tests/cases/search/words.tsv, holds both to it. The stems are those of M. F. Porter, 'An algorithm for suffix
   stripping', Program 14 (1980). */

(() => {
  "use strict";

  const table = (written) =>
    written
      .split(",")
      .map((pair) => pair.split(" "))
      .sort((one, other) => other[0].length - one[0].length);

  const STEP_2 = table(
    "ational ate,tional tion,enci ence,anci ance,izer ize,abli able,alli al,entli ent,eli e,ousli ous," +
      "ization ize,ation ate,ator ate,alism al,iveness ive,fulness ful,ousness ous,aliti al,iviti ive,biliti ble",
  );
  const STEP_3 = table("icate ic,ative ,alize al,iciti ic,ical ic,ful ,ness ");
  const STEP_4 = "al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize"
    .split(" ")
    .sort((one, other) => other.length - one.length);

  /* The word as vowels and consonants; a 'y' after a consonant is a vowel. */
  const shapeOf = (word) => {
    let shape = "";
    for (const letter of word) {
      const isVowel = "aeiou".includes(letter) || (letter === "y" && shape.endsWith("c"));
      shape += isVowel ? "v" : "c";
    }
    return shape;
  };
  const measure = (word) => shapeOf(word).split("vc").length - 1;
  const hasVowel = (word) => shapeOf(word).includes("v");
  const endsShort = (word) => shapeOf(word).endsWith("cvc") && !"wxy".includes(word.at(-1));

  const withoutPlural = (word) => {
    if (word.endsWith("sses") || word.endsWith("ies")) return word.slice(0, -2);
    return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
  };

  const restored = (root) => {
    if (/(?:at|bl|iz)$/.test(root)) return `${root}e`;
    const isDouble = root.length > 1 && root.at(-1) === root.at(-2) && shapeOf(root).endsWith("c");
    if (isDouble && !"lsz".includes(root.at(-1))) return root.slice(0, -1);
    return measure(root) === 1 && endsShort(root) ? `${root}e` : root;
  };

  const withoutPast = (word) => {
    if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
    for (const ending of ["ed", "ing"]) {
      if (!word.endsWith(ending)) continue;
      const root = word.slice(0, -ending.length);
      return hasVowel(root) ? restored(root) : word;
    }
    return word;
  };

  const replaced = (word, endings) => {
    for (const [old, fresh] of endings) {
      if (!word.endsWith(old)) continue;
      const root = word.slice(0, -old.length);
      return measure(root) > 0 ? root + fresh : word;
    }
    return word;
  };

  const shortened = (word) => {
    for (const ending of STEP_4) {
      if (!word.endsWith(ending)) continue;
      const root = word.slice(0, -ending.length);
      const isKept = ending === "ion" && !/[st]$/.test(root);
      return measure(root) > 1 && !isKept ? root : word;
    }
    return word;
  };

  const tidied = (word) => {
    let left = word;
    if (word.endsWith("e")) {
      const root = word.slice(0, -1);
      if (measure(root) > 1 || (measure(root) === 1 && !endsShort(root))) left = root;
    }
    return left.endsWith("ll") && measure(left) > 1 ? left.slice(0, -1) : left;
  };

  const stemOf = (word) => {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
    let left = withoutPast(withoutPlural(word));
    if (left.endsWith("y") && hasVowel(left.slice(0, -1))) left = `${left.slice(0, -1)}i`;
    return tidied(shortened(replaced(replaced(left, STEP_2), STEP_3)));
  };

  const stems = new Map();
  const stem = (word) => {
    if (!stems.has(word)) stems.set(word, stemOf(word));
    return stems.get(word);
  };

  const MOST_PARTS = 5;
  const LONGEST = 30;
  const ELISION = /['\u2019](?:s|t|d|m|re|ve|ll)(?![\p{L}\p{N}_])/giu;
  const RUN = /[\p{L}\p{N}]+(?:[._/+-]+[\p{L}\p{N}]+)*/gu;
  const PART = /[._/+-]+|(?<=[a-z0-9])(?=[A-Z])|(?=[\u3040-\u30ff\u3400-\u9fff])|(?<=[\u3040-\u30ff\u3400-\u9fff])/u;

  let stopWords = new Set();

  const folded = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "");
  const runs = (text) => folded(text).replace(ELISION, "").match(RUN) ?? [];
  const parts = (run) =>
    run
      .split(PART)
      .filter(Boolean)
      .map((part) => part.toLowerCase());

  const counts = (word) => {
    if (stopWords.has(word)) return false;
    if (/^\p{Nd}+$/u.test(word)) return [...word].length > 1;
    return word.length > 1 || word > "\u007f";
  };

  /* The stems of a run: of each word in it, and of all of it as one word. */
  const termsOf = new Map();
  const terms = (run) => {
    if (!termsOf.has(run)) {
      const found = parts(run);
      const all = found.filter(counts).map(stem);
      const whole = found.join("");
      if (found.length > 1 && found.length <= MOST_PARTS && whole.length > 2 && whole.length <= LONGEST) {
        all.push(stem(whole));
      }
      termsOf.set(run, all);
    }
    return termsOf.get(run);
  };

  /* The phrases of the trade of which one word counts: in a text, each as one word, 'timed out' as 'timeout'. */
  const SPACE = /[\s-]+/u;
  let [phrase, whole] = [/(?!)/g, new Map()];

  const stemsOfPhrase = (written) => written.toLowerCase().split(SPACE).map(stem).join(" ");
  const wholeOf = (written) => whole.get(stemsOfPhrase(written)) ?? "";

  const formOf = (word) => {
    if (!counts(word)) return word;
    const root = stem(word);
    const same = [...word].findIndex((letter, at) => letter !== root[at]);
    return `${same < 0 ? word : word.slice(0, same)}[a-z]{0,3}`;
  };

  const beginPhrases = (written) => {
    const patterns = written.map((each) => each.split(" ").map(formOf).join(SPACE.source));
    if (written.length) phrase = new RegExp(`\\b(?:${patterns.join("|")})\\b`, "gi");
    whole = new Map(written.map((each) => [stemsOfPhrase(each), each.replaceAll(" ", "")]));
  };

  const phrases = (text) => (folded(text).match(phrase) ?? []).map(wholeOf).filter(Boolean);
  const phrasesIn = (text) => [...text.matchAll(phrase)].filter(([written]) => wholeOf(written));
  const withPhrases = (text) => folded(text).replace(phrase, (written) => wholeOf(written) || written);

  /* What a word or phrase that has synonyms is looked for by; nothing where one word of several counts. */
  const phraseStems = (written) => {
    const all = runs(withPhrases(written)).flatMap(parts);
    const kept = all.filter(counts);
    return kept.length === 1 && all.length > 1 ? [] : kept.map(stem);
  };

  const stemsOf = (text) => new Set([...runs(text).flatMap(terms), ...phrases(text).map(stem)]);
  const joined = (text) => folded(text).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "").slice(0, 60);

  window.pirgenWords = {
    begin({ stop, phrases: written }) {
      stopWords = new Set(stop);
      beginPhrases(written);
    },
    counts,
    joined,
    parts,
    phrasesIn,
    phraseStems,
    runs,
    stem,
    stemsOf,
    terms,
    withPhrases,
  };
})();
