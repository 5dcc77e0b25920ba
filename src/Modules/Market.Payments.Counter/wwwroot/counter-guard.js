// On every page of the site while this phone keeps something of the counter. Signing out, and each form with data-counter-guard, waits until
// the server has what this phone took; once signed out nothing of the counter stays. It stands alone: browsers keep it for long.
(() => {
  const { counter, logOut, held } = document.currentScript.dataset;
  const name = `market-counter:${counter.toLowerCase()}`;

  const answer = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  // None where nothing was ever kept: opening must not make it.
  async function open() {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction.abort();
    try {
      const database = await answer(request);
      database.onversionchange = () => database.close();
      return database;
    } catch {
      return null;
    }
  }

  async function count(database) {
    const entries = await answer(database.transaction('entries').objectStore('entries').getAll());
    return entries.filter(entry => entry.stands !== 'known').length;
  }

  async function forget() {
    await answer(indexedDB.deleteDatabase(name));
    for (const key of await caches?.keys() ?? []) if (key.startsWith('market-counter-')) await caches.delete(key);
    for (const registration of await navigator.serviceWorker?.getRegistrations() ?? []) {
      if (new URL(registration.scope).pathname.toLowerCase() === `${counter.toLowerCase()}/`) await registration.unregister();
    }
    document.cookie = 'market-counter=; path=/; max-age=0';
  }

  // What is refused says why beside its button, and leads to the counter.
  function refuse(form) {
    let note = form.querySelector('[data-counter-note]');
    if (!note) {
      note = document.createElement('p');
      note.dataset.counterNote = '';
      note.setAttribute('role', 'alert');
      form.append(note);
    }
    note.textContent = held;
  }

  const isLogOut = form => form.action.toLowerCase() === new URL(logOut, location).href.toLowerCase();

  document.addEventListener('submit', async event => {
    const form = event.target;
    if (form.dataset.counterFree || !(isLogOut(form) || 'counterGuard' in form.dataset)) return;
    const { submitter } = event;
    event.preventDefault();
    event.stopImmediatePropagation();
    const database = await open();
    const isHeld = database !== null && await count(database) > 0;
    database?.close();
    if (isHeld) {
      refuse(form);
      return;
    }
    if (isLogOut(form)) await forget();
    form.dataset.counterFree = 'yes';
    form.requestSubmit(submitter);
  }, true);
})();
