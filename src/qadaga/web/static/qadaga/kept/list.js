// The page of check lists kept on this device. It works without a network; nothing leaves before "Send".
import { all, put, remove, unsent } from "./store.js";
import { send, session } from "./sync.js";

const page = document.querySelector("[data-kept]");
const words = JSON.parse(page.dataset.words);
const part = (name) => document.getElementById(`kept-${name}`).content.firstElementChild.cloneNode(true);
const say = (name, values = {}) =>
  words[name].replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
const hour = (moment) =>
  new Date(moment).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
const complete = (one) => Boolean(one.verdict) && (one.verdict !== "not_held" || Boolean(one.remark.trim()));

class List {
  constructor(list) {
    this.list = list;
    this.section = part("list");
    this.saving = Promise.resolve();
    this.section.querySelector("[data-name]").textContent = list.place;
    this.section.querySelector("[data-about]").textContent = [list.kind, list.day, list.list_version].join(" · ");
    this.section.addEventListener("click", (event) => this.click(event));
    this.drawPoints();
    this.watchForm();
    this.draw();
  }

  find(name) { return this.section.querySelector(`[data-${name}]`); }

  // --- saved at once ------------------------------------------------------------------------------
  save() {
    this.list.saved_at = new Date().toISOString();
    // One after another: an older copy never lands over a newer one.
    this.saving = this.saving.then(() => put(structuredClone(this.list))).then(
      () => this.draw(),
      () => this.tell(say("unsaved"), "danger"),
    );
    return this.saving;
  }

  answer(item, point) {
    const { list } = this;
    list.mine[item] = {
      key: crypto.randomUUID(),
      verdict: point.querySelector("input[type=radio]:checked")?.value || "",
      remark: point.querySelector("[data-remark]").value,
      over: list.answers[item]?.version || 0,
      device_at: new Date().toISOString(),
    };
    this.save();
  }

  // --- drawing ------------------------------------------------------------------------------------
  drawPoints() {
    for (const group of ["rights", "conditions", "duties"]) {
      const field = this.section.querySelector(`[data-group=${group}]`);
      for (const item of this.list.items.filter((one) => one.group === group)) field.append(this.point(item));
    }
  }

  point(item) {
    const point = part("point");
    const said = this.list.mine[item.id] || this.list.answers[item.id] || {};
    const own = `${this.list.visit}-${item.id}`;
    point.dataset.item = item.id;
    point.querySelector("legend").textContent = item.text;
    const source = point.querySelector("[data-source]");
    source.textContent = item.source || "";
    source.hidden = !item.source;
    for (const radio of point.querySelectorAll("input[type=radio]")) {
      radio.name = own;
      radio.checked = radio.value === said.verdict;
    }
    const remark = point.querySelector("[data-remark]");
    remark.id = `${own}-remark`;
    point.querySelector("[data-remark-label]").htmlFor = remark.id;
    remark.value = said.remark || "";
    point.addEventListener("input", () => this.answer(item.id, point));
    return point;
  }

  draw() {
    const { list } = this;
    const answers = Object.keys(list.mine).length;
    const lines = [say(navigator.onLine ? "online" : "offline"), say("kept", { n: answers })];
    if (list.saved_at) lines.push(say("saved", { time: hour(list.saved_at) }));
    if (unsent(list)) lines.push(say("unsent"));
    this.find("standing").textContent = lines.join(" · ");
    this.find("standing").classList.toggle("q-kept-offline", !navigator.onLine);
    this.find("begin").hidden = list.begun || Boolean(list.begun_at);
    this.find("begun").hidden = !list.begun_at;
    this.find("begun").textContent = list.begun_at ? say("begun", { time: hour(list.begun_at) }) : "";
    for (const part_ of ["points", "find"]) this.find(part_).hidden = !list.begun && !list.begun_at;
    for (const point of this.section.querySelectorAll("[data-item]")) this.drawPoint(point);
    this.drawFound();
  }

  drawPoint(point) {
    const one = this.list.mine[point.dataset.item];
    const wrong = one && (one.error || (!complete(one) && say(one.verdict ? "needs_remark" : "needs_answer")));
    const told = point.querySelector("[data-wrong]");
    told.textContent = wrong || "";
    told.hidden = !wrong;
  }

  drawFound() {
    const shown = this.list.found.map((one) => {
      const row = part("found");
      row.querySelector("[data-found-name]").textContent = one.name;
      row.querySelector("[data-found-at]").textContent = say("found_at", { time: hour(one.device_at) });
      const wrong = row.querySelector("[data-wrong]");
      wrong.textContent = one.error || "";
      wrong.hidden = !one.error;
      row.querySelector("[data-take-back]").dataset.takeBack = one.key;
      return row;
    });
    this.find("found-list").replaceChildren(...shown);
    this.find("phone").hidden = !shown.length;
  }

  tell(text, tone = "warning") {
    const told = this.find("told");
    told.textContent = text;
    told.hidden = !text;
    told.className = `q-message q-message-${tone}`;
  }

  // --- somebody held unlawfully -------------------------------------------------------------------
  watchForm() {
    const form = this.find("find").querySelector("form");
    for (const field of form.elements) {
      if (!field.name) continue;
      field.id = `${this.list.visit}-${field.name}`;
      const label = field.closest("[data-field]")?.querySelector("label");
      if (label) label.htmlFor = field.id;
      if (field.type === "checkbox") field.checked = Boolean(this.list.draft[field.name]);
      else if (this.list.draft[field.name]) field.value = this.list.draft[field.name];
    }
    form.addEventListener("input", () => {
      this.list.draft = this.values(form);
      this.save();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.found(form);
    });
  }

  values(form) {
    return { ...Object.fromEntries(new FormData(form)), minor: form.elements.minor.checked };
  }

  async found(form) {
    const now = new Date().toISOString();
    this.list.found.push({ ...this.values(form), key: crypto.randomUUID(), device_at: now });
    this.list.draft = {};
    form.reset();
    await this.save();
    this.find("find").open = false;
    this.find("phone").focus();
    if (navigator.onLine) await this.send(false);
  }

  // --- sending ------------------------------------------------------------------------------------
  async click(event) {
    const button = event.target.closest("button");
    if (!button) return;
    if ("begin" in button.dataset) {
      this.list.begun_at = new Date().toISOString();
      await this.save();
    }
    if ("takeBack" in button.dataset) {
      this.list.found = this.list.found.filter((one) => one.key !== button.dataset.takeBack);
      await this.save();
    }
    if ("send" in button.dataset) await this.sendAll();
    if ("delete" in button.dataset) this.find("sure").showModal();
    if ("deleteYes" in button.dataset) await this.away();
    if ("deleteNo" in button.dataset) this.find("sure").close();
  }

  async sendAll() {
    const missing = Object.entries(this.list.mine).find(([, one]) => !complete(one));
    if (missing) {
      this.tell(say("incomplete"), "danger");
      this.section.querySelector(`[data-item="${missing[0]}"] input`).focus();
      return;
    }
    await this.send(true);
  }

  async send(whole) {
    if (this.sending) return;
    this.sending = true;
    this.find("send").setAttribute("aria-busy", "true");
    await this.saving;
    const done = await send(this.list, page.dataset, whole);
    this.sending = false;
    this.find("send").removeAttribute("aria-busy");
    await this.after(done, whole);
  }

  async after(done, whole) {
    if (done.state === "sent" && whole && !unsent(this.list)) {
      await remove(this.list.visit);
      location.assign(done.next);
      return;
    }
    if (done.state === "sent") await this.save();
    const told = { signin: "signin", foreign: "foreign", offline: "no_network" }[done.state];
    this.find("signin").hidden = done.state !== "signin";
    const left = done.detail || say(whole ? "left" : "alarmed");
    this.tell(told ? say(told) : left, done.state === "sent" && !done.detail && !whole ? "success" : "warning");
  }

  async away() {
    await remove(this.list.visit);
    location.assign(this.list.url);
  }
}

const lists = (await all()).map((one) => new List(one));
page.querySelector("[data-lists]").append(...lists.map((one) => one.section));
page.querySelector("[data-none]").hidden = lists.length > 0;

// Where the service can be asked who is there, a list is shown to whoever kept it and to nobody else: neither to
// another officer who uses this device nor after signing out. Where it cannot, what was written stays in sight.
async function hideForeign() {
  const who = navigator.onLine ? await session(page.dataset.session).catch(() => undefined) : undefined;
  for (const one of lists) {
    const shut = who !== undefined && one.list.owner !== who?.hat;
    one.section.classList.toggle("q-kept-foreign", shut);
    one.find("signin").hidden = !shut || who !== null;
    if (shut) one.tell(say(who ? "foreign" : "signin"));
  }
}

function network() {
  for (const one of lists) {
    one.draw();
    // Nobody waits with a person held unlawfully until the visit is over.
    if (navigator.onLine && one.list.found.length) one.send(false);
  }
  hideForeign();
}
window.addEventListener("online", network);
window.addEventListener("offline", network);
network();
