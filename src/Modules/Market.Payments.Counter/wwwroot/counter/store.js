// What this phone keeps, in IndexedDB: entries until the server has them, and each distribution's state as last loaded.
// Every later version of this page must still read what is written here.
const ENTRIES = 'entries';
const STATES = 'states';
const META = 'meta';

const done = transaction => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve();
  transaction.onabort = () => reject(transaction.error);
});

const answer = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

export class Store {
  #database;

  // Whether nothing had been kept under this name: after an eviction, too.
  isFresh = false;

  static async open(name, onLost = () => {}) {
    const store = new Store();
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      store.isFresh = true;
      const database = request.result;
      database.createObjectStore(ENTRIES, { keyPath: 'seq', autoIncrement: true }).createIndex('id', 'id', { unique: true });
      database.createObjectStore(STATES);
      database.createObjectStore(META);
    };
    store.#database = await answer(request);

    // Another page signs out: it deletes all of it, and must not wait for this one.
    store.#database.onversionchange = () => { store.close(); onLost(); };
    store.#database.onclose = onLost;
    return store;
  }

  // Keeps an entry for good: resolves once it is on the disk. False where its id is kept already.
  async add(entry) {
    const transaction = this.#write(ENTRIES);
    const request = transaction.objectStore(ENTRIES).add(entry);
    request.onerror = event => { if (request.error.name === 'ConstraintError') event.preventDefault(); };
    await done(transaction);
    return request.error === null;
  }

  // All entries in the order they were made.
  entries() {
    return answer(this.#database.transaction(ENTRIES).objectStore(ENTRIES).getAll());
  }

  // Changes the entries with these ids, as they are kept now; a change that gives null removes one.
  async change(ids, change) {
    const transaction = this.#write(ENTRIES);
    const entries = transaction.objectStore(ENTRIES);
    for (const id of ids) {
      const request = entries.index('id').get(id);
      request.onsuccess = () => {
        if (!request.result) return;
        const changed = change(request.result);
        if (changed === null) entries.delete(request.result.seq);
        else entries.put(changed);
      };
    }
    await done(transaction);
  }

  state(distribution) {
    return answer(this.#database.transaction(STATES).objectStore(STATES).get(distribution));
  }

  async saveState(distribution, state) {
    const transaction = this.#database.transaction(STATES, 'readwrite');
    transaction.objectStore(STATES).put(state, distribution);
    await done(transaction);
  }

  async forget(distribution) {
    const transaction = this.#write(STATES);
    transaction.objectStore(STATES).delete(distribution);
    await done(transaction);
  }

  states() {
    return answer(this.#database.transaction(STATES).objectStore(STATES).getAllKeys());
  }

  note(key) {
    return answer(this.#database.transaction(META).objectStore(META).get(key));
  }

  async saveNote(key, value) {
    const transaction = this.#database.transaction(META, 'readwrite');
    transaction.objectStore(META).put(value, key);
    await done(transaction);
  }

  close() {
    this.#database.close();
  }

  #write(name) {
    return this.#database.transaction(name, 'readwrite', { durability: 'strict' });
  }
}
