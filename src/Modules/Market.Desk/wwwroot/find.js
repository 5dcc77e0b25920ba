// Find anything with one key: Ctrl+K on every page of the admin. Without this script the link leads to a page that does the same.
(() => {
  "use strict";
  const link = document.getElementById("market-find");
  if (!link || typeof HTMLDialogElement === "undefined") return;

  const say = link.dataset;
  let dialog, input, list, status, asked = 0, timer, running, active = -1;

  const make = (tag, attributes, ...inside) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...inside);
    return element;
  };

  const options = () => [...list.querySelectorAll("[role=option]")];

  const choose = place => {
    const all = options();
    active = all.length === 0 ? -1 : (place + all.length) % all.length;
    all.forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
    if (active < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }
  };

  const show = hits => {
    list.replaceChildren();
    let group, kind;
    hits.forEach((hit, place) => {
      if (hit.kind !== kind) {
        kind = hit.kind;
        const heading = make("div", { role: "presentation" }, kind);
        group = make("div", { role: "group", "aria-label": kind }, heading);
        list.append(group);
      }
      const option = make("div", { role: "option", id: `market-find-${place}`, "data-address": hit.address, "aria-selected": "false" }, hit.title);
      if (hit.detail) option.append(make("small", {}, hit.detail));
      group.append(option);
    });
    input.setAttribute("aria-expanded", String(hits.length > 0));
    status.textContent = hits.length === 0 ? say.none : hits.length === 1 ? say.one : say.many.replace("{0}", hits.length);
    choose(0);
  };

  const search = async () => {
    const mine = ++asked;
    const typed = input.value.trim();
    if (typed.length < 2) {
      show([]);
      status.textContent = "";
      return;
    }
    try {
      const answer = await fetch(`${say.hits}?q=${encodeURIComponent(typed)}`, { headers: { Accept: "application/json" }, redirect: "error" });
      if (!answer.ok) throw new Error(String(answer.status));
      const hits = await answer.json();
      if (mine === asked) show(hits);
    } catch {
      if (mine === asked) status.textContent = say.fault;
    }
  };

  // What was typed last is what is searched, also where Enter comes before the answer.
  const go = async () => {
    if (timer) {
      clearTimeout(timer);
      timer = undefined;
      running = search();
    }
    await running;
    const option = options()[active];
    if (option) location.assign(option.dataset.address);
  };

  const build = () => {
    input = make("input", { type: "search", class: "form-control", role: "combobox", "aria-label": say.label, placeholder: say.label, "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "market-find-list", autocomplete: "off", spellcheck: "false", maxlength: "80" });
    const close = make("button", { type: "button", class: "btn btn-secondary", "aria-label": say.close }, "×");
    list = make("div", { role: "listbox", id: "market-find-list", "aria-label": say.label });
    status = make("div", { role: "status" });
    dialog = make("dialog", { class: "market-find", "aria-label": link.getAttribute("aria-label") }, make("div", { class: "market-find-bar" }, input, close), list, status);
    document.body.append(dialog);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", event => {
      if (event.target === dialog) dialog.close();
      const option = event.target.closest("[role=option]");
      if (option) location.assign(option.dataset.address);
    });
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => { timer = undefined; running = search(); }, 200);
    });
    input.addEventListener("keydown", event => {
      if (event.key === "ArrowDown") choose(active + 1);
      else if (event.key === "ArrowUp") choose(active - 1);
      else if (event.key === "Enter") go();
      else if (event.key === "Escape") dialog.close();
      else return;
      event.preventDefault();
    });
  };

  const open = () => {
    if (!dialog) build();
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
  };

  link.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", event => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open();
    }
  });
})();
