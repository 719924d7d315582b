// Keeps the shell of the app and the empty check-in, so that one can check in without a connection,
// and the steps of the day once they were opened, so that they can be played. No other page of the
// runner is ever kept, and that one not past its day.
"use strict";
const SHELF = `unload${self.location.search}`;
const AWAY = "/check-in/away/", DAY = "/work-it-out/";

const lay = async (address, page) => {
  const shelf = await caches.open(SHELF);
  const text = await page.clone().text();
  const files = [...text.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map((found) => found[1]);
  await shelf.put(address, page);
  await shelf.addAll([...new Set([...files, "/static/unload-serif.woff2"])]);
};
const ofToday = (page) => new Date(page.headers.get("Date")).toDateString() === new Date().toDateString();

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    await lay(AWAY, await fetch(AWAY));
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const shelves = await caches.keys();
    await Promise.all(shelves.filter((name) => name !== SHELF).map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const path = new URL(request.url).pathname;
  const page = request.mode === "navigate";
  if (!page && !path.startsWith("/static/")) return;
  event.respondWith((async () => {
    try {
      const answer = await fetch(request);
      if (page && path === DAY && answer.ok) event.waitUntil(lay(DAY, answer.clone()));
      return answer;
    } catch {
      const day = page && path === DAY ? await caches.match(DAY) : null;
      if (day && ofToday(day)) return day;
      return await caches.match(page ? AWAY : request) ?? Response.error();
    }
  })());
});
