// Opens the page of kept check lists where there is no network. It keeps that page and its files, nothing else.
const CACHE = "qadaga-kept";
const SHELL = "/visits/kept/";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (request.destination) event.respondWith(file(request));
});

async function kept(url) {
  return (await caches.has(CACHE)) ? (await caches.open(CACHE)).match(url) : undefined;
}

// The page of the lists comes from the device, any other of these addresses only where the network is gone.
async function page(request) {
  const own = new URL(request.url).pathname === SHELL;
  const shell = await kept(SHELL);
  if (own && shell) return shell;
  try {
    return await fetch(request);
  } catch (error) {
    if (shell) return shell;
    throw error;
  }
}

async function file(request) {
  return (await kept(request.url)) || fetch(request);
}
