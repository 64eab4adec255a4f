// Sends what a list holds. Every entry has its own key: what is sent twice is recorded once.

// Who is signed in, and in which appointment; null where nobody is.
export async function session(url) {
  const answer = await fetch(url, { redirect: "manual", cache: "no-store" });
  if (answer.type === "opaqueredirect") return null;
  if (!answer.ok) throw new TypeError("session");
  return answer.json();
}

function parcel(list, whole) {
  const answers = Object.entries(list.mine).map(([item, one]) => ({
    key: one.key, item, verdict: one.verdict, remark: one.remark, over: one.over, device_at: one.device_at,
  }));
  const found = list.found.map(({ error, ...one }) => one);
  return JSON.stringify({
    device_now: new Date().toISOString(), begun_at: list.begun_at, whole, found, answers: whole ? answers : [],
    list_version: list.list_version || "",
  });
}

// Takes out of the list what has been recorded; what was refused stays, with the reason.
function settle(list, results) {
  for (const [item, one] of Object.entries(list.mine)) {
    const result = results[one.key];
    if (result?.standing) delete list.mine[item];
    else if (result) one.error = result.detail;
  }
  list.found = list.found.filter((one) => {
    one.error = results[one.key]?.detail;
    return !results[one.key]?.standing;
  });
}

// {state}: "sent", "offline", "signin", "foreign" or "refused" (with `detail`); `next` is the page to go on to.
export async function send(list, urls, whole) {
  try {
    const who = await session(urls.session);
    if (!who) return { state: "signin" };
    if (who.hat !== list.owner) return { state: "foreign" };
    const answer = await fetch(list.sync, {
      method: "POST", redirect: "manual", body: parcel(list, whole),
      headers: { "Content-Type": "application/json", "X-CSRFToken": who.token },
    });
    if (answer.type === "opaqueredirect") return { state: "signin" };
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) return { state: "refused", detail: said.detail || "" };
    settle(list, said.results);
    if (said.begun) Object.assign(list, { begun: true, begun_at: null });
    return { state: "sent", next: said.next, detail: said.detail };
  } catch (error) {
    if (error instanceof TypeError) return { state: "offline" };
    throw error;
  }
}
