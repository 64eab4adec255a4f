// On every page while this device keeps a list: what is not the signed-in person's goes, unsent answers are shown.
import { all, remove, unsent } from "./store.js";

const bar = document.querySelector("[data-kept-bar]");
const DAY = 24 * 60 * 60 * 1000;
const lists = await all();
const waiting = lists.filter(unsent);

for (const list of lists) {
  // Signed out, another appointment, a day gone by: nothing of the list stays but what was never sent.
  const old = Date.now() - Date.parse(list.kept_at) > DAY;
  if (!unsent(list) && (old || list.owner !== bar.dataset.hat)) await remove(list.visit);
}
if (waiting.length) {
  document.getElementById("main").prepend(bar);
  bar.className = "q-alarm q-alarm-warning";
  bar.hidden = false;
}
if (waiting.some((list) => list.owner === bar.dataset.hat)) {
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-leaves]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    location.assign(bar.href);
  }, true);
}
