// What this reader has done, kept in this browser alone, and what is due for review.
// One entry a quiz: {right, box, due}. Answered right, a quiz comes back after 1, 3, 7,
// 21 and 60 days (Leitner's boxes); answered wrong, it begins again. One more entry,
// `place`, is where the reader paused: {where, at}; at the end of a page it is nowhere.
const DAY = 86_400_000;
const Progress = {
  key: "dlcore-progress",
  days: [1, 3, 7, 21, 60],

  load() {
    try { return JSON.parse(localStorage.getItem(this.key)) ?? {}; } catch { return {}; }
  },

  // Return whether it is kept: storage may be off, or full.
  save(all) {
    try { localStorage.setItem(this.key, JSON.stringify(all)); } catch { return false; }
    return true;
  },

  // Return the entry after an answer at a time (milliseconds).
  after(entry, right, now) {
    const box = right ? Math.min((entry?.box ?? -1) + 1, this.days.length - 1) : 0;
    const wait = right ? this.days[box] : 0;
    return { right, box: right ? box : -1, due: now + wait * DAY };
  },

  note(key, right) {
    const all = this.load();
    // a right answer counts once per visit: trying all options is no review
    if (right && all[key]?.right && all[key].due > Date.now()) return;
    all[key] = this.after(all[key], right, Date.now());
    this.save(all);
  },

  due(now) {
    return Object.entries(this.load()).filter(([, entry]) => entry.due <= now)
      .sort((a, b) => a[1].due - b[1].due).map(([key]) => key);
  },

  // Return where the reader paused as [page, pause]; empty if nowhere.
  place() { return this.load().place?.where.split("#") ?? []; },

  pause(where) { this.save({ ...this.load(), place: { where, at: Date.now() } }); },

  // Return when an entry was made; of an answer that follows from when it is due.
  made(entry) {
    return entry.at ?? entry.due - (entry.right ? this.days[entry.box] * DAY : 0);
  },

  // Return the entries of a second desk that count here: those for what was not answered
  // here, and those that are newer, with their box and their date. So an old copy of
  // this desk has none, and the order in which desks are joined makes no difference.
  newer(theirs, mine = this.load()) {
    return Object.entries(theirs).filter(([key, entry]) =>
      !mine[key] || this.made(entry) > this.made(mine[key]));
  },

  // Return whether a desk can have saved such an entry.
  sound([key, entry]) {
    const answer = /^notebooks\/[\w-]+#[\w-]+$/;
    if (key === "place") {
      return Number.isFinite(entry?.at) && (entry.where === "" || answer.test(entry.where));
    }
    const boxes = { true: [...this.days.keys()], false: [-1] }[entry?.right];
    return answer.test(key) && Number.isFinite(entry?.due) && !!boxes?.includes(entry.box);
  },

  // Return the entries of a saved file; say what is wrong with another one.
  read(text) {
    let file;
    try { file = JSON.parse(text); } catch { throw Error("This file is damaged, or no desk saved it"); }
    const all = Object.entries(file ?? {}), bad = all.filter((entry) => !this.sound(entry));
    if (bad.length === all.length) throw Error("There is nothing of a desk in this file");
    if (bad.length) throw Error(`This file is damaged: ${bad.length} of ${all.length} entries`);
    return file;
  },
};

// The page is known by its place below the top of the book, from a server or a disk.
const pageName = () => location.pathname.match(/(notebooks\/[^/]+)\.html$/)?.[1];

document.addEventListener("submit", (event) => {
  const quiz = event.target.closest("dl-quiz");
  if (!quiz) return;
  // a question that is asked again counts for the page it comes from
  const again = quiz.closest("[data-of]")?.dataset.of;
  if (!again && !pageName()) return;
  // the quiz itself answers first: this listener is further out
  const state = quiz.querySelector(".dl-quiz-feedback").dataset.state;
  if (state === "right" || state === "wrong") {
    Progress.note(again ?? `${pageName()}#${quiz.id}`, state === "right");
  }
});
