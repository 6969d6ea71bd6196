// Makes the pages smoother; everything works without it.
(() => {
  // A second press of a slow button must not send the form again.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent === "1") {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    form.setAttribute("aria-busy", "true");
    setTimeout(release, 5000, form);
  });
  // Coming back to a page, its forms may be sent anew.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) release(form);
  });
  function release(form) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }

  // Letters on their way to be Chinese words are not read; the words are, once they stand.
  document.addEventListener("input", (event) => event.isComposing && event.stopPropagation(), true);
  document.addEventListener("compositionend", ({ target }) => tellChange(target));
  function tellChange(field) {
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // An answer goes behind the words, a county into its field; what is read of them follows by itself.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-fills]");
    const field = button && document.getElementById(button.dataset.fills);
    if (!field) return;
    event.preventDefault();
    field.value =
      field.id === "text" ? joined(field.value, button.dataset.words) : button.dataset.words;
    field.focus();
    tellChange(field);
  });
  function joined(text, words) {
    const before = text.trimEnd();
    return /(^|[，。；！？,.;!?])$/.test(before) ? before + words : `${before}，${words}`;
  }

  // Enter in a field to look something up must not send the form: the list has followed already.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input.lookup")) event.preventDefault();
  });

  // The fragment of an action names where its result is seen: the focus goes there, and nothing
  // scrolls that is in view already. A pressed button that is swapped away leaves it at the head.
  let held = null;
  let place = "";
  let unfolded = [];
  document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
    held = document.activeElement;
    unfolded = [...document.querySelectorAll("#main details[open][id]")].map(({ id }) => id);
    if (ctx.request.anchor && ctx.sourceElement?.closest("[data-in-place]")) {
      place = ctx.request.anchor;
      ctx.request.anchor = "";
    }
  });
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    for (const id of unfolded) unfold(document.getElementById(id));
    announce(document.querySelector("#main [data-tell]")?.dataset.tell ?? "");
    if (place !== "") return document.querySelector("[data-events]") || arrive(ctx);
    if (held?.tagName === "BUTTON" && !held.isConnected) focusHead(ctx.target, true);
  });
  function arrive(ctx) {
    const seen = document.getElementById(place);
    place = "";
    if (!seen) return focusHead(ctx.target, false);
    unfold(seen.querySelector(":scope > details"));
    const faulty = seen.querySelector('[aria-invalid="true"]');
    if (faulty || !seen.contains(document.activeElement)) {
      const first = faulty ?? seen.querySelector("summary, [tabindex], button");
      first?.focus({ preventScroll: true });
    }
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) seen.scrollIntoView({ block: "start" });
  }
  function focusHead(part, preventScroll) {
    (part ?? document).querySelector?.(":is(h1, h2)[tabindex]")?.focus({ preventScroll });
  }
  function unfold(details) {
    if (details?.matches("details")) details.open = true;
  }
  function announce(text) {
    const region = document.getElementById("announcement");
    if (region && text !== "") region.textContent = region.textContent === text ? `${text} ` : text;
  }

  // A link into the page opens what it leads to.
  window.addEventListener("hashchange", () => {
    const led = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    unfold(led?.querySelector(":scope > details"));
    unfold(led?.closest("details"));
    unfold(led?.closest(".folded")?.previousElementSibling);
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("button[data-print]")) window.print();
  });

  // A composition that is still running tells how far it is; once it ended, its page is there.
  let following = null;
  follow();
  document.addEventListener("htmx:after:swap", follow);
  // Whoever stops it is answered with its team, which is given out once: nothing else may fetch it.
  document.addEventListener("submit", ({ target }) => {
    if (target.closest("[data-events]")) following?.close();
  });
  function follow() {
    const running = document.querySelector("[data-events]");
    if (following && (!running || !following.url.endsWith(running.dataset.events))) {
      following.close();
      following = null;
    }
    if (!running || following) return;
    following = new EventSource(running.dataset.events);
    following.addEventListener("progress", ({ data }) => {
      for (const [name, text] of Object.entries(JSON.parse(data))) {
        const field = document.querySelector(`[data-progress="${name}"]`);
        if (field && field.textContent !== text) field.textContent = text;
      }
    });
    following.addEventListener("end", () => {
      following.close();
      document.querySelector("[data-ended]")?.click();
    });
  }
})();
