// "Look back": the questions of earlier chapters, one at a time. What is due on this
// device comes first, then what was never answered. An answer counts for the question on
// its own page: progress.js keeps it under the name in data-of.
class LookBack extends HTMLElement {
  connectedCallback() {
    if (this.cards) return;
    this.cards = this.inOrder([...this.querySelectorAll(".dlr-card")]);
    this.answers = new Map();
    this.where = this.querySelector(".dlr-where");
    this.moves = this.querySelector(".dlr-moves");
    [this.back, this.on] = this.moves.querySelectorAll("button");
    this.back.onclick = () => this.show(this.at - 1, true);
    this.on.onclick = () => this.show(this.at + 1, true);
    this.addEventListener("submit", (event) => this.answered(event.target));
    this.addEventListener("click", (event) => this.judged(event.target));
    this.show(0, false);
    this.moves.before(...this.cards);
  }

  inOrder(cards) {
    const all = Progress.load(), now = Date.now();
    const rank = (card) => {
      const entry = all[card.dataset.of];
      if (!entry) return [1, 0];
      return [entry.due <= now ? 0 : 2, entry.due];
    };
    return cards.map((card) => [rank(card), card])
      .sort(([a], [b]) => a[0] - b[0] || a[1] - b[1]).map(([, card]) => card);
  }

  // The focus goes to the new question, so that the next Tab is at its answers.
  show(index, focus) {
    this.at = index;
    this.cards.forEach((card, i) => { card.hidden = i !== index; });
    this.where.textContent = `Question ${index + 1} of ${this.cards.length}`;
    this.back.disabled = index === 0;
    this.on.disabled = index === this.cards.length - 1;
    if (focus) this.cards[index].focus();
  }

  answered(form) {
    const state = form.querySelector(".dl-quiz-feedback")?.dataset.state;
    if (state === "right" || state === "wrong") this.count(form, state === "right");
  }

  judged(button) {
    const knew = button.dataset.knew;
    if (knew === undefined) return;
    const key = button.closest(".dlr-card").dataset.of;
    Progress.note(key, knew !== "");
    const days = Math.round((Progress.load()[key]?.due - Date.now()) / 86_400_000);
    button.parentElement.querySelector("[role=status]").textContent = days > 0
      ? `Noted. It comes back in ${days} day${days > 1 ? "s" : ""}.`
      : "Noted. It stays on your list.";
    this.count(button, knew !== "");
  }

  count(part, right) {
    this.answers.set(part.closest(".dlr-card"), right);
    const good = [...this.answers.values()].filter(Boolean).length;
    this.moves.querySelector("span").textContent
      = `${this.answers.size} answered, ${good} right`;
  }
}
addEventListener("DOMContentLoaded", () => customElements.define("dl-review", LookBack));
