// Sends what waits, then loads what changed. One sender on this phone, whatever tabs are open; a turn that fails is tried again by the
// network's coming back, the page's being looked at, the clock, or the button.
import { Trouble } from './server.js';
import { isNews, merge } from './state.js';

const BATCH = 50;
const LOCK_PATIENCE = 30_000;

export class Sync {
  #turn = null;
  #isAskedAgain = false;

  // trouble: what the last turn met, or null; stranger: somebody else than who is signed in took what waits.
  trouble = null;
  stranger = false;
  isSending = false;

  constructor({ server, store, queue, distribution, lock, onState, onChange }) {
    Object.assign(this, { server, store, queue, distribution, lock, onState, onChange });
  }

  // Runs a turn; asked for while one runs, it is followed by another.
  turn() {
    this.#isAskedAgain = true;
    this.#turn ??= this.#run().finally(() => { this.#turn = null; });
    return this.#turn;
  }

  async #run() {
    while (this.#isAskedAgain) {
      this.#isAskedAgain = false;
      try {
        await this.#alone(async () => {
          await this.#send();
          await this.#load();
        });
        this.trouble = null;
      } catch (error) {
        // What this phone itself could not do is shown like what the server could not.
        this.trouble = error instanceof Trouble ? error.kind : 'failed';
      } finally {
        this.isSending = false;
      }
      await this.onChange();
    }
  }

  // A tab that the phone has put to sleep may hold the lock for ever: ids keep twice-sent entries single, so it is taken over then.
  async #alone(work) {
    try {
      await navigator.locks.request(this.lock, { signal: AbortSignal.timeout(LOCK_PATIENCE) }, work);
    } catch (error) {
      if (error.name !== 'TimeoutError') throw error;
      await navigator.locks.request(this.lock, { steal: true }, work);
    }
  }

  async #send() {
    this.stranger = false;
    let isFresh = false;
    for (;;) {
      const waiting = await this.queue.waiting();
      if (waiting.length === 0) return;
      if (!this.server.hasToken) {
        await this.server.greet();
        isFresh = true;
      }
      const mine = waiting.filter(entry => !entry.by || entry.by === this.server.user);
      this.stranger = mine.length < waiting.length;
      const [first] = mine;
      if (!first) return;
      this.isSending = true;
      await this.onChange();
      const batch = mine.filter(entry => entry.distribution === first.distribution).slice(0, BATCH);
      let answers;
      try {
        ({ answers } = await this.server.send(first.distribution, batch));
      } catch (error) {
        if (error.kind !== 'stale' || isFresh) throw error;
        continue;
      }
      await this.queue.settle(answers);

      // Without an answer to any of them the next request would be the same.
      const answered = new Set(answers.map(answer => answer.id));
      if (!batch.some(entry => answered.has(entry.id))) throw new Trouble('failed');
    }
  }

  async #load() {
    if (!this.server.hasToken) await this.server.greet();
    const acknowledged = (await this.queue.all()).filter(entry => entry.stands === 'known').map(entry => entry.id);
    const state = await this.store.state(this.distribution);
    const news = await this.server.state(this.distribution, state?.cursor);
    const merged = isNews(state, news) ? merge(state, news) : state;
    if (merged !== state) await this.store.saveState(this.distribution, merged);
    await this.onState(merged, merged !== state);
    await this.queue.drop(acknowledged);
  }
}
