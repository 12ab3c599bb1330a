/* Searches the files that src/pirgen/retrieval/shards.py writes, and ranks as src/pirgen/retrieval/search.py does.
   A file is a script that hands over data with pirgenSearch.take, so this works from a folder and under
   script-src 'self'; only the files that a query needs are loaded, each once. */

(() => {
  "use strict";

  if (window.pirgenSearch) return; // where pages are exchanged, this one comes again

  const here = document.currentScript.src;
  let counts, joined, parts, phrasesIn, phraseStems, runs, stem, stemsOf, withPhrases;

  const STEPS = 26;
  const DEPTH = 8;
  const LOOKED_INTO = 20;
  const DENSITY = 0.5;
  const [COMPLETED, SYNONYM, JOINED, SLIP] = [0.6, 0.7, 0.9, 0.7];
  const [MOST_COMPLETIONS, MOST_SLIPS, MOST_WORDS] = [12, 3, 24];
  const [LONGEST, LONGEST_WORD, LONGEST_SNIPPET] = [2000, 60, 220];
  const MOST_SAID = 0.5;
  const FILTER = /(?<!\S)([a-z]{3,}):("[^"]*"|\S*)/giu;

  const root = new URL("../../search/", here);
  const awaited = new Map();
  const loaded = new Map();

  const take = (name, data) => {
    awaited.get(name)?.(data);
    awaited.delete(name);
  };

  /* The data of a file; null where it is not there. */
  const load = (name, mark = "") => {
    if (!loaded.has(name)) {
      loaded.set(
        name,
        new Promise((resolve) => {
          const script = document.createElement("script");
          awaited.set(name, resolve);
          script.onload = () => script.remove();
          script.onerror = () => {
            script.remove();
            loaded.delete(name);
            take(name, null);
          };
          script.src = new URL(`${name}.js${mark && `?${mark}`}`, root).href;
          document.head.append(script);
        }),
      );
    }
    return loaded.get(name);
  };

  const initialOf = (word) => (/^[a-z0-9]/.test(word) ? word[0] : "_");
  const keyOf = (term) => term.replace(/[^a-z0-9]/gu, "_").slice(0, DEPTH).padEnd(DEPTH, "-");
  const rarity = (count, of) => Math.log(1 + (of - count + 0.5) / (count + 0.5));
  const byNumbers = (one, other) => {
    const place = one.findIndex((value, at) => value !== other[at]);
    return place < 0 ? 0 : one[place] < other[place] ? -1 : 1;
  };

  /* How many slips lie between two words, and between the first and the nearest beginning of the second. */
  const distances = (typed, known, most = 99) => {
    let before = [];
    let row = Array.from({ length: known.length + 1 }, (_, at) => at);
    for (let i = 1; i <= typed.length; i++) {
      const older = before;
      before = row;
      row = [i];
      for (let j = 1; j <= known.length; j++) {
        const isOther = typed[i - 1] !== known[j - 1];
        let cost = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (isOther ? 1 : 0));
        const isExchanged = i > 1 && j > 1 && typed[i - 1] === known[j - 2] && typed[i - 2] === known[j - 1];
        if (isExchanged) cost = Math.min(cost, older[j - 2] + 1);
        row.push(cost);
      }
      if (Math.min(...row) > most && Math.min(...before) > most) return [typed.length + known.length, typed.length];
    }
    return [row.at(-1), Math.min(...row)];
  };

  /* One of the indexes: the incidents, or the other pages. */
  class Index {
    constructor(name, head) {
      this.name = name;
      this.size = head.size;
      const listed = (entries) => new Map(entries.map((entry) => entry.split(":")));
      this.files = { t: listed(head.t), x: listed(head.x), f: listed(head.f), w: listed(head.w) };
      this.words = new Map();
      this.terms = new Map();
    }

    /* The words with a first letter: by stem, how it is spelled and how many documents have it. */
    wordsBy(initial) {
      if (!this.words.has(initial)) this.words.set(initial, this.readWords(initial));
      return this.words.get(initial);
    }

    async readWords(initial) {
      const found = new Map();
      if (!this.files.w.has(initial)) return found;
      const written = await load(`${this.name}/w-${initial}`, this.files.w.get(initial));
      for (const entry of (written ?? "").split(" ").filter(Boolean)) {
        const [spelled, count] = entry.split(":");
        found.set(stem(spelled), { spelled, count: parseInt(count, 36) });
      }
      return found;
    }

    async knows(one) {
      return Boolean(one) && (await this.wordsBy(initialOf(one))).has(one);
    }

    async postings(space, term) {
      const key = keyOf(term);
      for (let depth = DEPTH; depth >= 0; depth--) {
        const file = key.slice(0, depth);
        if (!this.files[space].has(file)) continue;
        const all = await this.readTerms(space, file);
        return all.get(term) ?? new Map();
      }
      return new Map();
    }

    readTerms(space, file) {
      const name = `${this.name}/${space}-${file}`;
      if (!this.terms.has(name)) {
        const read = load(name, this.files[space].get(file)).then((entries) => {
          const found = new Map();
          for (let at = 0; at < (entries ?? []).length; at += 2) found.set(entries[at], unpacked(entries[at + 1]));
          return found;
        });
        this.terms.set(name, read);
      }
      return this.terms.get(name);
    }

    async filters() {
      return new Map(Object.entries((await load(`${this.name}/filters`)) ?? {}));
    }

    document(number) {
      return load(`${this.name}/e/${number}`);
    }
  }

  const unpacked = (written) => {
    const found = new Map();
    let number = -1;
    for (const [, step, weight] of written.matchAll(/([0-9a-z]*)([A-Z])/g)) {
      number += step ? parseInt(step, 36) : 1;
      found.set(number, weight.charCodeAt(0) - 64);
    }
    return found;
  };

  /* The filter that a word names: by its beginning, or with one slip; else undefined. */
  const filterOf = (typed, names) =>
    names.find((name) => name.startsWith(typed)) ?? names.find((name) => distances(typed, name, 1)[0] <= 1);

  /* What was typed: the words to find and the filters to keep to. */
  const parseQuery = (written, names) => {
    const typed = written.slice(0, LONGEST);
    const filters = [...typed.matchAll(FILTER)].map(([, key, value]) => [
      filterOf(key.toLowerCase(), names),
      value.replace(/^"+|"+$/g, ""),
    ]);
    const text = typed.replace(FILTER, (all, key) => (filterOf(key.toLowerCase(), names) ? " " : all));
    let words = [];
    const together = [];
    for (const run of runs(withPhrases(text))) {
      const several = parts(run);
      let kept = several.filter(counts);
      if (several.length > 1) {
        if (kept.length < 2) kept = [several.join("")];
        together.push([words.length, words.length + kept.length]);
      }
      words.push(...kept);
    }
    if (!words.length) words = runs(text).flatMap(parts);
    return {
      words: words.slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD)),
      whole: joined(text),
      runs: together.filter(([first, end]) => end - first > 1),
      filters: filters.filter(([key, value]) => key && value),
      isUnfinished: !/[ .?]$/.test(text),
    };
  };

  /* What each word of a query may stand for. */
  class Meanings {
    constructor(query, index, { synonyms, apart }) {
      this.query = query;
      this.index = index;
      this.synonyms = synonyms;
      this.apart = new Map(Object.entries(apart)); // phrases that nobody writes as one word
    }

    async slots() {
      const { query, index } = this;
      const equals = this.equals();
      const spelledWell = new Set(this.synonyms.flat().map((phrase) => phrase.join(" ")));
      const together = await this.together();
      const slots = [];
      for (const [place, word] of query.words.entries()) {
        const mayGoOn = query.isUnfinished && place === query.words.length - 1;
        const exact = (await index.knows(stem(word))) ? [{ stems: [stem(word)], weight: 1 }] : [];
        const wantsMore = word.length > 1 && (mayGoOn || !exact.length);
        const begun = wantsMore ? await this.completions(word) : [];
        const others = [];
        for (const meaning of [...(together.get(place) ?? []), ...(equals.get(place) ?? [])]) {
          if (await this.knowsAll(meaning.stems)) others.push(meaning);
        }
        const isRight = exact.length || others.length || (begun.length && mayGoOn);
        const phrase = this.apart.get(word);
        let [near, instead] = [[], ""];
        if (phrase && !isRight) [near, instead] = await this.ofPhrase(phrase);
        else if (!isRight && counts(word) && !spelledWell.has(stem(word))) [near, instead] = await this.slips(word, mayGoOn);
        const meanings = [...exact, ...near, ...begun, ...others];
        slots.push({ word: phrase ?? word, meanings, instead });
      }
      return slots;
    }

    /* The last word of a phrase that no document has, such as 'memory' of 'out of memory'. */
    async ofPhrase(phrase) {
      const last = stem(phrase.split(" ").at(-1));
      if (!(await this.index.knows(last))) return [[], ""];
      const { spelled } = (await this.index.wordsBy(initialOf(last))).get(last);
      return [[{ stems: [last], weight: SLIP }], spelled];
    }

    async knowsAll(stems) {
      for (const each of stems) if (!(await this.index.knows(each))) return false;
      return true;
    }

    async completions(word) {
      const known = await this.index.wordsBy(initialOf(word));
      return [...known]
        .filter(([each, { spelled }]) => (spelled.startsWith(word) || each.startsWith(word)) && each !== stem(word))
        .map(([each, { count }]) => [-count, each])
        .sort(byNumbers)
        .slice(0, MOST_COMPLETIONS)
        .map(([, each]) => ({ stems: [each], weight: COMPLETED }));
    }

    equals() {
      const found = new Map();
      const stems = this.query.words.map(stem);
      for (const phrases of this.synonyms) {
        for (const phrase of phrases) {
          for (let start = 0; phrase.length && start + phrase.length <= stems.length; start++) {
            if (!phrase.every((each, at) => each === stems[start + at])) continue;
            const others = phrases
              .filter((other) => other.length && other.join(" ") !== phrase.join(" "))
              .map((other) => ({ stems: other, weight: SYNONYM }));
            for (let at = start; at < start + phrase.length; at++) found.set(at, [...(found.get(at) ?? []), ...others]);
          }
        }
      }
      return found;
    }

    async together() {
      const { words, runs: written } = this.query;
      const found = new Map();
      const pairs = words.slice(1).map((_, at) => [at, at + 2]);
      for (const [first, end] of [...pairs, ...written]) {
        const whole = stem(words.slice(first, end).join(""));
        if (!(await this.index.knows(whole))) continue;
        for (let at = first; at < end; at++) {
          found.set(at, [...(found.get(at) ?? []), { stems: [whole], weight: JOINED }]);
        }
      }
      return found;
    }

    async slips(word, mayGoOn) {
      for (let at = 3; at < word.length - 2; at++) {
        const halves = [stem(word.slice(0, at)), stem(word.slice(at))];
        if (!(await this.knowsAll(halves))) continue;
        const spelled = [];
        for (const half of halves) spelled.push((await this.index.wordsBy(initialOf(half))).get(half).spelled);
        return [[{ stems: halves, weight: JOINED }], spelled.join(" ")];
      }
      /* Two letters are in each other's places on German and English keyboards. */
      const exchanged = stem(word.replace(/[yz]/g, (letter) => (letter === "y" ? "z" : "y")));
      if (await this.index.knows(exchanged)) {
        const { spelled } = (await this.index.wordsBy(initialOf(exchanged))).get(exchanged);
        return [[{ stems: [exchanged], weight: SLIP }], spelled];
      }
      const allowed = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
      if (!allowed) return [[], ""];
      const near = [];
      for (const [letters, most] of this.initials(word, allowed)) {
        const known = await Promise.all(letters.map((letter) => this.index.wordsBy(letter)));
        for (const words of known) near.push(...this.near(word, words, most, mayGoOn));
        if (near.length) break;
      }
      near.sort(byNumbers);
      const chosen = near.filter(([away]) => away === near[0][0]).slice(0, MOST_SLIPS);
      const meanings = chosen.map(([, , each]) => ({ stems: [each], weight: SLIP }));
      return [meanings, chosen.length ? chosen[0][3] : ""];
    }

    /* First letters to look for near words under, group by group; where the first is wrong, it is the only slip. */
    initials(word, allowed) {
      const likely = new Set([initialOf(word), initialOf(word.slice(1))]);
      const groups = [...likely].map((letter) => [[letter], allowed]);
      const others = [...this.index.files.w.keys()].filter((letter) => !likely.has(letter));
      return word.length > 4 ? [...groups, [others, 1]] : groups;
    }

    near(word, known, allowed, mayGoOn) {
      const found = [];
      const own = stem(word);
      for (const [each, { spelled, count }] of known) {
        const isLonger = spelled.length > word.length + allowed;
        if (spelled.length < word.length - allowed || (isLonger && !mayGoOn)) continue;
        const [all, begun] = distances(word, spelled, allowed);
        const mayEnd = own !== word || spelled.length - each.length < 2; // else its ending could be another word's
        const whole = mayEnd ? Math.min(all, distances(own, each, allowed)[0]) : all;
        const away = Math.min(2 * whole, mayGoOn && word.length > 4 ? 2 * begun + 1 : 99);
        if (away <= 2 * allowed + 1 && Math.min(whole, begun) <= allowed) found.push([away, -count, each, spelled]);
      }
      return found;
    }
  }

  /* One search in one index. */
  class Search {
    constructor(index, typed, head) {
      this.index = index;
      this.query = parseQuery(typed, head.filters);
      this.meanings = new Meanings(this.query, index, head);
    }

    async hits() {
      const { index, query } = this;
      this.slots = await this.meanings.slots();
      const found = [];
      for (const slot of this.slots) found.push(await this.documentsWith(slot));
      this.rare = found.map((documents) => (documents.size ? rarity(documents.size, index.size) : 0));
      this.whole = this.rare.reduce((sum, each) => sum + each, 0);
      const allowed = await this.allowed();
      const exact = query.whole ? await index.postings("x", query.whole) : new Map();
      const ranked = this.ranked(found, exact, allowed);
      const documents = await Promise.all(ranked.map(([, number]) => index.document(number)));
      const hits = ranked.flatMap(([score, number], at) =>
        documents[at] ? [this.lookedInto(documents[at], score, exact.has(number), found.map((of) => of.has(number)))] : [],
      );
      const isShort = (hit) => hit.lacking.some((slot) => slot.meanings.length > 0 && !slot.instead);
      return hits
        .map((hit) => ({ ...hit, isShort: isShort(hit) }))
        .map((hit, at) => [[Number(!hit.isExact), Number(hit.isShort), hit.group, -hit.score, at], hit])
        .sort(([one], [other]) => byNumbers(one, other))
        .map(([, hit]) => hit);
    }

    async numbers() {
      const slots = await this.meanings.slots();
      let left = await this.allowed();
      for (const slot of slots) {
        const found = await this.documentsWith(slot);
        left = new Set([...found.keys()].filter((number) => left === undefined || left.has(number)));
      }
      return left ?? new Set();
    }

    async documentsWith(slot) {
      const best = new Map();
      for (const { stems, weight: worth } of slot.meanings) {
        let common;
        for (const each of stems) {
          const own = await this.index.postings("t", each);
          if (common === undefined) common = own;
          else common = new Map([...common].filter(([number]) => own.has(number)).map(([number, weight]) => [number, Math.min(weight, own.get(number))]));
        }
        for (const [number, weight] of common ?? []) {
          best.set(number, Math.max(best.get(number) ?? 0, (worth * weight) / STEPS));
        }
      }
      return best;
    }

    async allowed() {
      let allowed;
      const byKey = new Map();
      this.unknown = [];
      for (const [key, value] of this.query.filters) {
        const meant = await this.meant(key, joined(value));
        const numbers = [...(await this.index.postings("f", `${key}:${meant}`)).keys()];
        if (!numbers.length) this.unknown.push(`${key}:${value}`);
        byKey.set(key, new Set([...(byKey.get(key) ?? []), ...numbers]));
      }
      for (const numbers of byKey.values()) {
        allowed = allowed === undefined ? numbers : new Set([...allowed].filter((number) => numbers.has(number)));
      }
      return allowed;
    }

    async meant(key, plain) {
      const known = (await this.index.filters()).get(key) ?? [];
      const ways = [(each) => each === plain, (each) => each.startsWith(plain), (each) => each.endsWith(plain)];
      for (const way of ways) if (known.some(way)) return known.find(way);
      const near = known.map((each) => [distances(plain, each)[0], each]).sort(byNumbers);
      return near.length && near[0][0] <= 2 && plain.length > 2 ? near[0][1] : plain;
    }

    ranked(found, exact, allowed) {
      const isAllowed = (number) => allowed === undefined || allowed.has(number);
      const [scores, shares] = [new Map(), new Map()];
      found.forEach((documents, place) => {
        for (const [number, weight] of documents) {
          if (!isAllowed(number)) continue;
          scores.set(number, (scores.get(number) ?? 0) + this.rare[place] * weight);
          shares.set(number, (shares.get(number) ?? 0) + this.rare[place]);
        }
      });
      for (const number of exact.keys()) if (isAllowed(number) && !scores.has(number)) scores.set(number, 0);
      if (allowed?.size && !scores.size) {
        const newest = [...allowed].sort((one, other) => other - one);
        return newest.slice(0, LOOKED_INTO).map((number) => [0, number]);
      }
      const order = (one, other) => other[2] - one[2] || other[0] - one[0] || other[1] - one[1];
      const best = []; // to sort them all would take most of the time in a large book
      for (const [number, score] of scores) {
        const share = this.whole ? (shares.get(number) ?? 0) / this.whole : 1;
        const each = [score * share ** 2, number, exact.has(number)];
        if (best.length === LOOKED_INTO && order(best.at(-1), each) < 0) continue;
        best.push(each);
        best.sort(order).splice(LOOKED_INTO);
      }
      return best;
    }

    lookedInto([address, title, marks, group, sections], score, isExact, has) {
      const passages = [];
      let best = 0;
      for (const [section, anchor, weight, texts] of sections) {
        for (const text of texts) {
          const stems = stemsOf(text);
          const there = [...this.slots.keys()].filter((place) => complete(this.slots[place].meanings, stems).length);
          if (!there.length) continue;
          const share = there.reduce((sum, place) => sum + this.rare[place], 0) / (this.whole || 1);
          best = Math.max(best, share * (1 + (DENSITY * there.length) / stems.size));
          if (anchor) passages.push({ section, anchor, text, share, weight });
        }
      }
      passages.sort((one, other) => other.share - one.share || other.weight - one.weight);
      const lacking = this.slots.filter((_, place) => !has[place]);
      const said = this.rare.reduce((sum, each, place) => sum + (has[place] ? each : 0), 0) / (this.whole || 1);
      const begin = sections.find(([, anchor]) => anchor === "summary") ?? sections.find(([, anchor]) => anchor);
      const opening = begin?.[3][0] ?? sections.at(-1)?.[3][0] ?? "";
      return { address, title, marks, group, score: score * (0.5 + best), passages, lacking, said, isExact, opening };
    }
  }

  /* The meanings of which a text has every word. */
  const complete = (meanings, own) => meanings.filter(({ stems }) => stems.every((each) => own.has(each)));

  const stemsIn = (text, meanings) => new Set(complete(meanings, stemsOf(text)).flatMap(({ stems }) => stems));

  /* A passage cut to what a reader takes in at a glance: whole sentences from the one with the most words on. */
  const snippet = (text, meanings) => {
    if (text.length <= LONGEST_SNIPPET) return text;
    const stems = stemsIn(text, meanings);
    const sentences = text.split(/(?<=[.!?])\s+(?=["'\u201c(]?[A-Z0-9])/);
    const found = sentences.map((sentence) => [...stems].filter((each) => stemsOf(sentence).has(each)).length);
    const start = found.indexOf(Math.max(...found));
    let end = start + 1;
    while (end < sentences.length && sentences.slice(start, end + 1).join(" ").length <= LONGEST_SNIPPET) end++;
    let shown = sentences.slice(start, end).join(" ");
    let tail = end < sentences.length ? " …" : "";
    if (shown.length > LONGEST_SNIPPET) [shown, tail] = [around(shown, stems), ""];
    return `${start ? "… " : ""}${shown}${tail}`;
  };

  const around = (sentence, stems) => {
    const first = [...sentence.matchAll(/\S+/g)].find(([word]) => [...stemsOf(word)].some((each) => stems.has(each)));
    const from = Math.max(0, (first?.index ?? 0) - Math.floor(LONGEST_SNIPPET / 3));
    const start = from ? sentence.indexOf(" ", from) + 1 : 0;
    let cut = sentence.slice(start, start + LONGEST_SNIPPET);
    if (start + LONGEST_SNIPPET < sentence.length) cut = `${cut.slice(0, cut.lastIndexOf(" ")).replace(/[,;:]+$/, "")} …`;
    return `${start ? "… " : ""}${cut}`;
  };

  /* A text in pieces, those that have a word that was looked for marked: [["The disk is ", false], ["full", true]]. */
  const marked = (text, meanings) => {
    const stems = stemsIn(text, meanings);
    const words = text.matchAll(/[\p{L}\p{N}]+(?:[._/+-]+[\p{L}\p{N}]+)*/gu);
    const found = [...phrasesIn(text), ...words].filter(([written]) => [...stemsOf(written)].some((each) => stems.has(each)));
    const pieces = [];
    let last = 0;
    for (const { 0: written, index } of found.sort((one, other) => one.index - other.index)) {
      if (index < last) continue; // a word of a phrase
      pieces.push([text.slice(last, index), false], [written, true]);
      last = index + written.length;
    }
    return [...pieces, [text.slice(last), false]].filter(([piece]) => piece);
  };

  const loadWords = () =>
    new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { onload: resolve, onerror: reject });
      script.src = new URL("search-words.js", here).href;
      document.head.append(script);
    });

  let begun;
  const begin = () => {
    begun ??= Promise.all([load("start"), loadWords()]).then(([head]) => {
      if (!head) {
        begun = undefined;
        return null;
      }
      ({ counts, joined, parts, phrasesIn, phraseStems, runs, stem, stemsOf, withPhrases } = window.pirgenWords);
      window.pirgenWords.begin(head);
      const indexes = new Map(Object.entries(head.indexes).map(([name, each]) => [name, new Index(name, each)]));
      const synonyms = head.synonyms.map((group) => group.map(phraseStems));
      return { indexes, filters: head.filters, apart: head.apart, synonyms };
    });
    return begun;
  };

  /* The numbers of all incidents that have every word, and how many incidents there are; null without an index. */
  const matching = async (typed) => {
    const head = await begin();
    const index = head?.indexes.get("incidents");
    return index ? { size: index.size, numbers: await new Search(index, typed, head).numbers() } : null;
  };

  /* Incidents first, then the other pages; of each those with every word before those that lack one. An incident that
     says most of what was typed still comes before pages that say all of it. */
  const search = async (typed, most = 20) => {
    const head = await begin();
    if (!head || !typed.trim()) return { hits: [], words: [], lookedFor: [], unknown: [], meanings: [], suggest: [] };
    const searches = [...head.indexes.values()].map((index) => new Search(index, typed, head));
    const found = [];
    for (const each of searches) found.push(await each.hits());
    const rank = (hit, place) => (hit.isExact ? 0 : !hit.isShort || (!place && hit.said >= MOST_SAID) ? 1 : 2);
    const ranked = found.flatMap((hits, place) => {
      let last = 0; // those of one index stay in their order
      return hits.map((hit) => [(last = Math.max(last, rank(hit, place))), hit]);
    });
    const hits = ranked.sort(([one], [other]) => one - other).map(([, hit]) => hit).slice(0, most);
    const slots = searches.map((each) => each.slots);
    const meanings = slots.flat().flatMap((slot) => slot.meanings);
    const words = slots[0]?.map(({ word }) => word) ?? [];
    const lookedFor = words.flatMap((word, place) => {
      const { instead } = slots[0][place];
      return instead ? [[word, instead]] : [];
    });
    const unknown = words.filter((word, place) => counts(word) && !slots.some((of) => of[place].meanings.length));
    unknown.push(...(searches[0]?.unknown ?? []));
    const suggest = await suggested(words, searches);
    return { hits, words, lookedFor, unknown, meanings, suggest };
  };

  /* The words with the last one completed, for a box that shows how it may go on. */
  const suggested = async (words, searches) => {
    const last = words.at(-1);
    if (!last || !searches[0].query.isUnfinished) return [];
    for (const { index } of searches) {
      const known = [...(await index.wordsBy(initialOf(last))).values()].filter(({ spelled }) => spelled.startsWith(last));
      known.sort((one, other) => other.count - one.count || (one.spelled < other.spelled ? -1 : 1));
      if (known.length) return [...words.slice(0, -1), known[0].spelled];
    }
    return [];
  };

  window.pirgenSearch = { begin, marked, matching, search, snippet, take };
})();
