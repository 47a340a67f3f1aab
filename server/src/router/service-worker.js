// Keeps one page, which holds nothing of anybody, and shows it where there is no network.
// No page of a base is ever kept.
const KEPT = "hatchboard-VERSION";
const PAGE = "/offline";

async function keep() {
  const kept = await caches.open(KEPT);
  await kept.add(new Request(PAGE, { cache: "reload", credentials: "omit" }));
  await self.skipWaiting();
}

async function begin() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function fromNetwork(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(PAGE)) ?? Response.error();
  }
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("fetch", (event) => {
  const { mode, method } = event.request;
  // What is sent is the page's own to keep and to send again.
  if (mode === "navigate" && method === "GET") event.respondWith(fromNetwork(event.request));
});
