// Keeps the shell of the app and the empty check-in, so that one can check in without a connection.
// No page of the runner is ever kept.
"use strict";
const SHELF = `unload${self.location.search}`;
const AWAY = "/check-in/away/";

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const shelf = await caches.open(SHELF);
    const page = await fetch(AWAY);
    const text = await page.clone().text();
    const files = [...text.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map((found) => found[1]);
    await shelf.put(AWAY, page);
    await shelf.addAll([...new Set([...files, "/static/unload-serif.woff2"])]);
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
  const wanted = request.mode === "navigate" ? AWAY : request;
  const path = new URL(request.url).pathname;
  if (request.mode !== "navigate" && !path.startsWith("/static/")) return;
  event.respondWith(fetch(request).catch(async () => await caches.match(wanted) ?? Response.error()));
});
