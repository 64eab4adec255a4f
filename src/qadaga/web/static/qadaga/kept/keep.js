// On the card of a visit: take its check list along on this device.
import { all, put, unsent } from "./store.js";

const button = document.querySelector("[data-keep]");
const told = document.querySelector("[data-keep-told]");
const MODULES = ["store.js", "sync.js", "list.js"];

function tell(text) {
  told.textContent = text;
  told.hidden = !text;
}

async function keepPage() {
  await navigator.serviceWorker.register(button.dataset.worker, { scope: "/visits/" });
  await navigator.serviceWorker.ready;
  const asked = `${button.dataset.page}?language=${document.documentElement.lang}`;
  // Without the session: what is kept of the page says nothing of whoever kept it.
  const shell = await fetch(asked, { credentials: "omit" });
  if (!shell.ok) throw new Error("page");
  const page = new DOMParser().parseFromString(await shell.clone().text(), "text/html");
  const named = [...page.querySelectorAll("script[src], link[rel=stylesheet], link[rel=icon]")];
  const files = named.map((one) => one.getAttribute("src") || one.getAttribute("href"));
  files.push(...page.querySelector("[data-kept]").dataset.files.split(" "));
  files.push(...MODULES.map((name) => new URL(name, import.meta.url).pathname));
  const cache = await caches.open("qadaga-kept");
  await cache.addAll([...new Set(files)]);
  await cache.put(button.dataset.page, shell);
}

async function take() {
  const token = document.querySelector("input[name=csrfmiddlewaretoken]").value;
  const answer = await fetch(button.dataset.keep, {
    method: "POST", headers: { "X-CSRFToken": token }, redirect: "manual",
  });
  if (!answer.ok) {
    const said = answer.type === "opaqueredirect" ? null : await answer.json().catch(() => null);
    throw new Error(said?.detail || button.dataset.failed);
  }
  return answer.json();
}

async function keep() {
  button.disabled = true;
  tell("");
  try {
    // What is not sent yet is never written over.
    const before = (await all()).find((list) => list.visit === button.dataset.visit);
    await keepPage();
    if (before && unsent(before)) return location.assign(button.dataset.page);
    await put({ ...(await take()), begun_at: null, mine: {}, found: [], draft: {}, saved_at: null });
    location.assign(button.dataset.page);
  } catch (error) {
    tell(error instanceof TypeError || error.message === "page" ? button.dataset.failed : error.message);
    button.disabled = false;
  }
}

if (button) {
  if (navigator.serviceWorker && window.indexedDB) button.addEventListener("click", keep);
  else {
    button.disabled = true;
    tell(button.dataset.unable);
  }
}
