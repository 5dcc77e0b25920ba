// Serves the counter's page from this phone, with network or without, so that a newer one comes only when it is asked for. What is asked of
// the server (state, entries, token) never passes here. `counter` is set by the script that loads this one: its version, page and files.
const NAME = 'market-counter-';
const cache = NAME + counter.version;
const page = new URL(counter.page, location).href;
const files = counter.files.map(file => new URL(file, location).href);

// The script for scanning is large: only browsers that cannot scan by themselves need it.
const scanner = 'BarcodeDetector' in self ? [] : counter.scanner.map(file => new URL(file, location).href);

async function keep() {
  const kept = await caches.open(cache);
  const missing = [];
  for (const url of [...files, ...scanner, page]) if (!await kept.match(url)) missing.push(url);
  await Promise.all(missing.map(async url => {
    const response = await fetch(url, { cache: url === page ? 'no-store' : 'default' });
    if (!response.ok || response.redirected) throw new Error(`${url}: ${response.status}`);
    await kept.put(url, response);
  }));
}

async function clean() {
  for (const name of await caches.keys()) if (name.startsWith(NAME) && name !== cache) await caches.delete(name);
  await clients.claim();
}

const isPage = request => request.mode === 'navigate' && /^[a-z0-9]{20,}$/.test(request.url.slice(registration.scope.length).replace(/[?#].*$/, ''));

const serve = async (request, url) => await (await caches.open(cache)).match(url) ?? fetch(request);

self.addEventListener('install', event => event.waitUntil(keep()));
self.addEventListener('activate', event => event.waitUntil(clean()));
self.addEventListener('message', event => {
  if (event.data === 'take-over') self.skipWaiting();
  if (event.data === 'keep') event.waitUntil(keep().then(() => event.ports[0].postMessage('kept'), () => event.ports[0].postMessage('not-kept')));
});
self.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (isPage(request)) event.respondWith(serve(request, page));
  else if (files.includes(request.url) || counter.scanner.some(file => request.url.endsWith(file))) event.respondWith(serve(request, request.url));
});
