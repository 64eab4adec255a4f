// What this device keeps of visits: one record a visit in IndexedDB, with every answer not sent yet in it.
const NAME = "qadaga-kept";
const FLAG = "qadaga-kept"; // other pages look here first, so that they open no database for nothing

function open() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("lists", { keyPath: "visit" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

async function run(mode, work) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const change = database.transaction("lists", mode, { durability: "strict" });
      const asked = work(change.objectStore("lists"));
      change.oncomplete = () => resolve(asked.result);
      change.onabort = change.onerror = () => reject(change.error);
    });
  } finally {
    database.close();
  }
}

export const all = () => run("readonly", (store) => store.getAll());

export async function put(list) {
  localStorage.setItem(FLAG, "1");
  await run("readwrite", (store) => store.put(list));
}

// Deletes a list; with the last one the page kept for it and its worker go as well.
export async function remove(visit) {
  await run("readwrite", (store) => store.delete(visit));
  if ((await all()).length) return;
  localStorage.removeItem(FLAG);
  await caches.delete(NAME);
  const worker = await navigator.serviceWorker?.getRegistration("/visits/");
  await worker?.unregister();
}

export const unsent = (list) => Object.keys(list.mine).length + list.found.length + (list.begun_at ? 1 : 0);
