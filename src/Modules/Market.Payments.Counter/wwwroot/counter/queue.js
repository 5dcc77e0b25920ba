// The entries of this phone: each keeps the id it was made with, and is dropped only once the server has acknowledged it.
//   waiting   not answered yet: is sent again and again
//   known     acknowledged; the state that was loaded before does not hold it yet
//   refused   answered with a sentence; stays until a person dismisses it
export class Queue {
  #store;
  #onChange;

  constructor(store, onChange = () => {}) {
    this.#store = store;
    this.#onChange = onChange;
  }

  // The id of an intent: made once, before anything is kept or sent.
  static intent = () => crypto.randomUUID();

  // Resolves once the entry is kept. False where this intent was taken before, as by a double tap.
  async take({ id, distribution, kind, account, data }, by) {
    const isNew = await this.#store.add({ id, distribution, kind, account, data, by, at: new Date().toISOString(), stands: 'waiting' });
    if (isNew) await this.#onChange();
    return isNew;
  }

  all() {
    return this.#store.entries();
  }

  async waiting() {
    return (await this.all()).filter(entry => entry.stands === 'waiting');
  }

  // What is lost with this phone's memory: what waits, and what was refused and nobody has seen to.
  async held() {
    return (await this.all()).filter(entry => entry.stands !== 'known');
  }

  // Takes the server's answers; what it does not name still waits.
  async settle(answers) {
    const byId = new Map(answers.map(answer => [answer.id, answer]));
    await this.#store.change([...byId.keys()], entry => {
      const { result, sentence, late } = byId.get(entry.id);
      if (result === 'taken' || result === 'again') return { ...entry, stands: 'known', late: late === true };
      return result === 'refused' && entry.stands === 'waiting' ? { ...entry, stands: 'refused', sentence } : entry;
    });
    await this.#onChange();
  }

  // The state that has been loaded since holds them.
  async drop(ids) {
    if (ids.length === 0) return;
    await this.#store.change(ids, entry => entry.stands === 'known' ? null : entry);
    await this.#onChange();
  }

  async dismiss(id) {
    await this.#store.change([id], entry => entry.stands === 'refused' ? null : entry);
    await this.#onChange();
  }

  // A person wants it judged anew. The market's word about the intent stands: it is another one.
  async retry(id) {
    await this.#store.change([id], entry => entry.stands === 'refused' ? { ...entry, id: Queue.intent(), stands: 'waiting', sentence: undefined } : entry);
    await this.#onChange();
  }

  // Whoever is signed in now sends what somebody else has taken on this phone.
  async adopt(by) {
    await this.#store.change((await this.waiting()).map(entry => entry.id), entry => ({ ...entry, by }));
    await this.#onChange();
  }
}
