/* Search without a server: the words that are typed, in the index files that the site has (search/*.json).
   What somebody looks for goes nowhere. */

// Words, as publisher/render/searching/terms.py makes them; a test holds the two together.
const LETTERS = {
  å: "aa", ä: "ae", æ: "ae", ö: "oe", ø: "oe", œ: "oe", ü: "ue",
  đ: "d", ð: "d", ħ: "h", ł: "l", ŧ: "t", þ: "th", ς: "σ",
};
const SPELT = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const ACCENTS = new RegExp(
  "[\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7" +
  "\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u20d0-\\u20f0\\ufe00-\\ufe0f]", "g",
);
const UNSPACED = "\\u0e01-\\u0e3a\\u0e40-\\u0e4e\\u0e81-\\u0ece\\u0edc-\\u0edf\\u1000-\\u103f" +
  "\\u1050-\\u108f\\u1780-\\u17d3\\u3005-\\u3007\\u3041-\\u309a\\u309d-\\u309f\\u30a1-\\u30fa" +
  "\\u30fc-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3fffd}";
const ANY_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
const RUNS = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}]){1,32}`, "gu");

/** The words of `text`, as they are found. */
export function terms(text) {
  const small = text.normalize("NFKC").toUpperCase().toLowerCase();
  const spelt = small.replace(SPELT, (letter) => LETTERS[letter]);
  const folded = spelt.normalize("NFKD").replace(ACCENTS, "").normalize("NFC");
  return (folded.match(RUNS) ?? []).flatMap((run) => (ANY_UNSPACED.test(run) ? pairs([...run]) : run));
}

function pairs(letters) {
  return letters.map((letter, at) => letter + (letters[at + 1] ?? ""));
}

// The index: blocks of entries, each with its terms in shards (publisher/render/searching/files.py).
const files = new Map();

function load(home, name) {
  const url = new URL(`search/${name}`, home).href;
  if (!files.has(url)) files.set(url, fetchJson(url));
  return files.get(url);
}

async function fetchJson(url) {
  try {
    // What has no version in its address is asked for anew, which costs little where it is the same.
    const answer = await fetch(url, url.includes("?") ? {} : { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return await answer.json();
  } catch (error) {
    files.delete(url); // So that it is asked for again.
    throw error;
  }
}

/** Everything that has all words of `query`, or longer ones: best first, and of equals the newest first. */
async function find(home, query) {
  const asked = [...new Set(terms(query))];
  if (!asked.length) return [];
  const blocks = Object.entries(await load(home, "index.json")).sort(([a], [b]) => b - a);
  const found = await Promise.all(blocks.map(([name, block]) => findIn(home, name, block, asked)));
  return found.flat().sort((a, b) => b.score - a.score);
}

async function findIn(home, name, block, asked) {
  const lists = await Promise.all(asked.map((term) => hits(home, name, block, term)));
  const rarest = lists.reduce((a, b) => (b.size < a.size ? b : a));
  return [...rarest.keys()]
    .filter((number) => lists.every((list) => list.has(number)))
    .sort((a, b) => b - a)
    .map((number) => ({
      name, block, number,
      score: lists.reduce((sum, list) => sum + list.get(number).score, 0),
      second: rarest.get(number).second,
    }));
}

/** By number, each entry that has `term`, or a longer one unless it is a letter alone. */
async function hits(home, name, { version, starts }, term) {
  const isWhole = term.length < 2 && !ANY_UNSPACED.test(term);
  const last = isWhole ? term : `${term}\uffff`;
  const shards = starts.flatMap((start, at) => (start <= last && !(starts[at + 1] <= term) ? [at] : []));
  const found = new Map();
  for (const shard of await Promise.all(shards.map((at) => load(home, `${name}-${at}.json?${version}`)))) {
    for (const [known, postings] of Object.entries(shard)) {
      if (known !== term && (isWhole || !known.startsWith(term))) continue;
      for (const posting of postings.split(" ")) {
        const [number, second] = posting.slice(1).split(".").map((digits) => parseInt(digits, 36));
        const score = posting[0] * (known === term ? 2 : 1);
        if (!(found.get(number)?.score >= score)) found.set(number, { score, second });
      }
    }
  }
  return found;
}

// The page.
const PAGE = 20;

function start(form) {
  const field = form.elements.q;
  const list = document.querySelector("[data-search-results]");
  const status = document.querySelector("[data-search-status]");
  const more = document.querySelector("[data-search-more]");
  let asked = 0;
  let rest = [];

  async function search() {
    const now = ++asked;
    const query = field.value.trim();
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
    try {
      const found = await find(form.action, query);
      if (now !== asked) return;
      rest = [...found];
      const items = await next();
      if (now !== asked) return;
      list.replaceChildren(...items);
      status.textContent = query && list.dataset.found.replace("{n}", found.length);
    } catch {
      if (now === asked) status.textContent = list.dataset.failed;
    }
  }

  async function next() {
    const items = await Promise.all(rest.splice(0, PAGE).map((hit) => item(form.action, hit)));
    more.hidden = !rest.length;
    return items;
  }

  let wait;
  field.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(search, 200); });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(wait); search(); });
  more.addEventListener("click", async () => {
    const items = await next();
    list.append(...items);
    items[0]?.querySelector("a").focus();
  });
  field.value = new URL(location.href).searchParams.get("q") ?? "";
  if (field.value) search();
}

async function item(home, { name, block, number, second }) {
  const [key, title, facts, excerpt] = (await load(home, `${name}.json?${block.version}`))[number];
  const made = document.querySelector("[data-search-result]").content.cloneNode(true);
  const part = (what) => made.querySelector(`[data-${what}]`);
  const url = new URL(key, home).href;
  Object.assign(part("title"), { href: url, textContent: title });
  part("facts").textContent = facts;
  part("excerpt").textContent = excerpt;
  if (second === undefined) part("heard").remove();
  else {
    part("heard").querySelector("a").href = `${url}#t=${second}`;
    part("clock").textContent = clock(second);
  }
  return made.firstElementChild;
}

/** Seconds as players write them: 1:42, 1:02:03. */
function clock(seconds) {
  return new Date(seconds * 1000).toISOString().slice(11, 19).replace(/^0(0:0?)?/, "");
}

const form = globalThis.document?.querySelector("[data-search]");
if (form) start(form);
