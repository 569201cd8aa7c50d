/* What a page can do with its recording besides playing it: go to a chapter, to what is said, or to the
   moment in the address (#t=90, #t=1:30); mark where it is and scroll along; go on where somebody stopped. */

const BEGINNING = 10; // Who stopped before this second starts anew.
const OFTEN = 5; // Seconds between two looks at where somebody is.

/** The second that a fragment names (w3.org/TR/media-frags §4.2.1), undefined if it names none. */
function moment(hash) {
  const [, clock] = /^#t=(?:npt:)?(\d+(?:(?::|%3a)\d+){0,2}(?:\.\d+)?)/i.exec(hash) ?? [];
  return clock?.split(/:|%3a/i).reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** Seconds as players write them: 1:30, 1:02:03. */
function time(second) {
  return new Date(second * 1000).toISOString().slice(11, 19).replace(/^0(0:0?)?/, "");
}

/** What lasts from its start until the next one's, or its own end; `marked` is what to mark of it. */
function stop(element, marked, end) {
  return { start: Number(element.dataset.start), end: Number(end), marked };
}

/** Mark what is on at `second`, and nothing else; the first of it. */
function mark(stops, second) {
  const start = stops.findLast((one) => one.start <= second)?.start;
  let first;
  for (const one of stops) {
    if (one.start === start && !(one.end <= second)) {
      one.marked.setAttribute("aria-current", "true");
      first ??= one.marked;
    } else one.marked.removeAttribute("aria-current");
  }
  return first;
}

/** Marks what is said in one transcript, and scrolls along while the reader is there. */
function reading(section) {
  const turns = [...section.querySelectorAll("[data-start]")].map((turn) => stop(turn, turn));
  const follow = section.querySelector("[data-follow]");
  let said;

  function isInView(turn) {
    const { top, bottom, height } = turn.getBoundingClientRect();
    return height > 0 && bottom > 0 && top < innerHeight;
  }

  if (turns.length) section.querySelectorAll("[data-live]").forEach((live) => { live.hidden = false; });
  follow?.addEventListener("change", () => follow.checked && said?.scrollIntoView({ block: "center" }));
  return (second, isPlaying) => {
    const before = said;
    said = mark(turns, second) ?? said;
    // Whether it glides there or jumps is for the style sheet to say, which knows who wants less motion.
    if (said === before || !isPlaying || !follow?.checked || !isInView(before ?? said)) return;
    said.scrollIntoView({ block: "center" });
  };
}

function listen(section) {
  const audio = section.querySelector("audio");
  const speed = section.querySelector("[data-speed]");
  const starts = section.querySelector("[data-starts]");
  const chapters = [...document.querySelectorAll("[data-chapters] > [data-start]")]
    .map((chapter) => stop(chapter, chapter.querySelector("a"), chapter.dataset.end));
  const transcripts = [...document.querySelectorAll("[data-transcript]")].map(reading);
  const place = `position ${audio.src}`;
  let waiting; // The second to start at, until the recording is there.
  let remembered = 0;

  function seek(second) {
    if (audio.readyState) audio.currentTime = second;
    else waiting = second;
    show();
  }

  function show() {
    const second = waiting ?? audio.currentTime;
    mark(chapters, second);
    transcripts.forEach((follow) => follow(second, !audio.paused));
    if (starts) starts.hidden = !waiting;
    if (starts && waiting) {
      starts.firstElementChild.textContent = starts.dataset.starts.replace("{clock}", time(waiting));
    }
  }

  // Storage may be forbidden or full; then nothing is remembered.
  function remember() {
    remembered = audio.currentTime;
    try {
      if (audio.ended || remembered < BEGINNING) localStorage.removeItem(place);
      else localStorage.setItem(place, Math.floor(remembered));
    } catch {}
  }

  function recall() {
    try {
      return Number(localStorage.getItem(place)) || undefined;
    } catch {}
  }

  audio.addEventListener("loadedmetadata", () => {
    if (waiting !== undefined) audio.currentTime = waiting;
    waiting = undefined;
    show();
  });
  audio.addEventListener("timeupdate", () => {
    show();
    if (Math.abs(audio.currentTime - remembered) >= OFTEN) remember();
  });
  audio.addEventListener("pause", remember);
  audio.addEventListener("ended", remember);
  audio.addEventListener("ratechange", () => { if (speed) speed.value = audio.playbackRate; });
  speed?.addEventListener("change", () => { audio.playbackRate = speed.value; });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href*='#t=']");
    const isElsewhere = link?.href.split("#")[0] !== location.href.split("#")[0];
    if (isElsewhere || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const second = moment(link.hash);
    if (second === undefined) return;
    event.preventDefault();
    history.replaceState(null, "", link.hash);
    seek(second);
    audio.play().catch(() => {}); // The player itself says what is wrong.
  });
  addEventListener("hashchange", () => {
    const second = moment(location.hash);
    if (second !== undefined) seek(second);
  });

  // Who reads along can still pause: out of view, what plays is at the edge of the window.
  let isInView = true;
  function dock() {
    section.toggleAttribute("data-docked", !isInView && (!audio.paused || "docked" in section.dataset));
  }
  new IntersectionObserver(([seen]) => {
    isInView = seen.isIntersecting;
    dock();
  }).observe(section);
  audio.addEventListener("play", dock);

  section.querySelectorAll("[data-live]").forEach((live) => { live.hidden = false; });
  const second = moment(location.hash) ?? recall();
  if (second) seek(second);
}

document.querySelectorAll("[data-player]").forEach(listen);
