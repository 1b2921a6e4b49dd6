// Self-checks: <dl-quiz> (choice or number) and <dl-answer> (free text).
// The markup comes from dlcore/teach/quiz.py and reads well without this file.
(() => {
  // A browser may connect an element before it has parsed what is inside it.
  const whenParsed = (element, start) => {
    if (element.dataset.ready) return;
    if (document.readyState === "loading" && !element.nextSibling) {
      document.addEventListener("DOMContentLoaded", () => whenParsed(element, start),
        { once: true });
      return;
    }
    element.dataset.ready = "yes";
    start();
  };

  // JupyterLab takes plain keys for its shortcuts, even in a text box of an output
  // ("b" adds a cell, Enter does nothing). Ours keep their keys; Ctrl+S still saves.
  if (document.body.dataset.jpThemeLight && !window.dlKeepsKeys) {
    window.dlKeepsKeys = true;
    window.addEventListener("keydown", (event) => {
      const plain = !(event.ctrlKey || event.metaKey || event.altKey);
      const ours = "dl-quiz, dl-answer, dl-explore";
      if (plain && event.target.closest?.(ours)) event.stopPropagation();
    }, { capture: true });
  }

  const typeset = (element) => {
    if (element.textContent.includes("\\(") && window.MathJax?.typesetPromise) {
      window.MathJax.typesetPromise([element]).catch(() => {});
    }
  };

  // "1,5", "−2", "16,050.9", "1/3", "5 dollars": what people type for a number.
  const readNumber = (text, unit) => {
    let plain = text.replace(/[\u2212\u2013\u2012]/g, "-").replace(unit, "")
      .replace(/[\s\u00a0\u202f$%€]/g, "").replace(/[a-zA-Z²]{2,}.*$/, "");
    const comma = plain.lastIndexOf(","), dot = plain.lastIndexOf(".");
    if (comma >= 0 && dot >= 0) {
      plain = plain.replaceAll(comma > dot ? "." : ",", "");
    } else if (plain.indexOf(",") !== comma) {
      plain = plain.replaceAll(",", "");
    }
    plain = plain.replace(",", ".");
    const number = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";
    const match = plain.match(new RegExp(`^(${number})(?:/(${number}))?$`));
    if (!match) return NaN;
    return Number(match[1]) / (match[2] === undefined ? 1 : Number(match[2]));
  };

  class Quiz extends HTMLElement {
    connectedCallback() { whenParsed(this, () => this.start()); }

    start() {
      this.key = JSON.parse(atob(this.dataset.key));
      this.feedback = this.querySelector(".dl-quiz-feedback");
      this.details = this.querySelector("details");
      this.querySelector("form").addEventListener("submit", (event) => {
        event.preventDefault();
        this.answer();
      });
      // A changed answer must not stand beside the verdict on the old one.
      this.addEventListener("input", () => this.say(""));
      window.addEventListener("beforeprint", () => this.printing(true));
      window.addEventListener("afterprint", () => this.printing(false));
    }

    printing(now) {
      if (now) this.wasOpen = this.details.open;
      this.details.open = now || this.wasOpen;
    }

    answer() {
      if (this.key.kind === "choice") this.answerChoice();
      else this.answerNumber();
    }

    answerChoice() {
      const chosen = this.querySelector("input:checked");
      if (!chosen) return this.say("Choose an answer first.", "ask");
      const index = Number(chosen.value);
      return this.explain(index, index === this.key.answer);
    }

    answerNumber() {
      const input = this.querySelector("input");
      const unit = input.nextElementSibling?.textContent ?? "";
      const value = readNumber(input.value, unit);
      if (!Number.isFinite(value)) {
        return this.say("Write a number first, for example 1.5 or -2.", "ask");
      }
      const near = (wanted) =>
        Math.abs(value - wanted) <= this.key.tolerance * (1 + 1e-9);
      if (near(this.key.answer)) return this.explain(0, true);
      const mistake = this.key.mistakes.findIndex(near);
      if (mistake >= 0) return this.explain(mistake + 2, false);
      return this.explain(1, false, `Read as ${value}. `);
    }

    // Texts are copied from the list of explanations, where MathJax has been already.
    explain(index, right, lead = "") {
      const item = this.details.querySelectorAll("li")[index].cloneNode(true);
      item.querySelector(".dl-quiz-lead").remove();  // the reader sees what they chose
      this.say("", right ? "right" : "wrong");
      this.feedback.append(lead, ...item.childNodes);
      typeset(this.feedback);
      if (right) this.classList.add("dl-quiz-solved");
    }

    say(text, state = "") {
      this.feedback.textContent = text;
      this.feedback.dataset.state = state;
    }
  }

  class Answer extends HTMLElement {
    connectedCallback() { whenParsed(this, () => this.start()); }

    start() {
      this.box = this.querySelector("textarea");
      this.status = this.querySelector("[role=status]");
      this.place = `dl-answer:${location.pathname}:${this.id}`;
      // Storage may be switched off or full: the box then works for this visit.
      try { this.box.value = localStorage.getItem(this.place) ?? ""; } catch { /* */ }
      this.grow();
      this.box.addEventListener("input", () => { this.keep(); this.grow(); });
      this.querySelector("button").addEventListener("click", () => this.copy());
    }

    keep() {
      this.status.textContent = "";
      try { localStorage.setItem(this.place, this.box.value); } catch { /* as above */ }
    }

    grow() {
      this.box.style.height = "auto";
      if (this.box.scrollHeight) {
        this.box.style.height = `${this.box.scrollHeight + 4}px`;
      }
    }

    async copy() {
      try {
        await navigator.clipboard.writeText(this.box.value);
        this.status.textContent = "Copied.";
      } catch {
        this.box.select();
        this.status.textContent = "Your text is selected: copy it with your keyboard.";
      }
    }
  }

  const define = (name, element) => {
    if (!customElements.get(name)) customElements.define(name, element);
  };
  define("dl-quiz", Quiz);
  define("dl-answer", Answer);
})();
