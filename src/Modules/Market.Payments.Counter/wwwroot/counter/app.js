// The counter of one distribution on this phone: what is kept, what is shown, and what a tap does.
import { Queue } from './queue.js';
import { Server } from './server.js';
import { Store } from './store.js';
import { Sync } from './sync.js';
import { money } from './money.js';
import { overlay } from './effects.js';
import { culture } from './words.js';

const EVERY = 4_000;
const MARKER = 'market-counter';

export class App {
  #listeners = [];
  #channel;
  #state = null;
  #shown;
  #mark;

  // view: the state with what waits laid over it; kept: this phone's entries; lost: how many were here before the browser cleared them.
  view = null;
  kept = [];
  lost = 0;
  isGone = false;
  isClosed = false;
  isOver = false;

  constructor(base, distribution) {
    Object.assign(this, { base, distribution, name: `${MARKER}:${base.toLowerCase()}` });
    this.server = new Server(base);
  }

  async start() {
    this.store = await Store.open(this.name, () => this.#leave());
    this.lost = this.store.isFresh ? readMarker() : 0;
    this.#channel = new BroadcastChannel(this.name);
    this.#channel.onmessage = () => this.#reload();
    this.queue = new Queue(this.store, () => this.#changed());
    this.user = await this.store.note('user');
    this.#state = await this.store.state(this.distribution) ?? null;
    this.sync = new Sync({
      server: this.server, store: this.store, queue: this.queue, distribution: this.distribution, lock: this.name,
      onState: (state, isNews) => this.#learn(state, isNews),
      onChange: () => this.refresh(),
    });
    await this.refresh();
    this.#keepSending();
    await this.sync.turn();
    await this.#tidy();
  }

  onChange(listener) {
    this.#listeners.push(listener);
  }

  get money() {
    return money(this.view.currency, culture);
  }

  get waiting() {
    return this.kept.filter(entry => entry.stands === 'waiting');
  }

  get refused() {
    return this.kept.filter(entry => entry.stands === 'refused');
  }

  member(account) {
    return this.view?.members.find(member => member.account === account);
  }

  entriesOf(account) {
    return this.view.entries.filter(entry => entry.account === account);
  }

  // One intent of the person at the counter; its id was made when its button was shown. Resolves once it is kept on this phone.
  async take(id, kind, account, data) {
    const isNew = await this.queue.take({ id, distribution: this.distribution, kind, account, data }, this.user ?? this.server.user);
    navigator.storage?.persist?.();
    this.sync.turn();
    return isNew;
  }

  async refresh() {
    if (this.isGone) return;
    this.kept = await this.queue.all();
    this.view = this.#state && overlay(this.#state, this.kept.filter(entry => entry.distribution === this.distribution));
    writeMarker(this.kept.filter(entry => entry.stands !== 'known').length);

    // Nothing is drawn anew under somebody's finger where nothing has changed.
    const mark = JSON.stringify([this.kept, this.sync?.trouble, this.sync?.stranger, this.sync?.isSending, this.isClosed, this.lost]);
    if (this.#state === this.#shown && mark === this.#mark) return;
    [this.#shown, this.#mark] = [this.#state, mark];
    for (const listener of this.#listeners) listener();
  }

  async #changed() {
    await this.refresh();
    this.#channel.postMessage(null);
  }

  async #reload() {
    if (this.isGone) return;
    this.#state = await this.store.state(this.distribution) ?? this.#state;
    await this.refresh();
  }

  async #learn(state, isNews) {
    if (isNews || !this.#state) this.#state = state;
    if (this.server.user !== this.user) {
      this.user = this.server.user;
      await this.store.saveNote('user', this.user);
    }
    this.isClosed = Boolean(state.distribution.closed);

    // Nobody's name stays on the phone once the distribution is closed; the page that is open still shows it.
    this.isOver = this.isClosed && (await this.queue.held()).length === 0;
    if (this.isOver) await this.store.forget(this.distribution);
    if (isNews) this.#channel.postMessage(null);
  }

  #keepSending() {
    const turn = () => !this.isOver && this.sync.turn();
    addEventListener('online', turn);
    addEventListener('offline', () => this.refresh());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && turn());
    setInterval(() => (document.visibilityState === 'visible' || this.waiting.length > 0) && turn(), EVERY);
  }

  // Distributions of before, which have been closed since.
  async #tidy() {
    const held = new Set((await this.queue.held()).map(entry => entry.distribution));
    for (const distribution of await this.store.states()) {
      if (distribution === this.distribution || held.has(distribution)) continue;
      try {
        const { cursor } = await this.store.state(distribution);
        if ((await this.server.state(distribution, cursor)).distribution.closed) await this.store.forget(distribution);
      } catch (error) {
        if (error.kind === 'gone') await this.store.forget(distribution);
      }
    }
  }

  // Somebody signed out in another tab: what was shown goes, too.
  #leave() {
    this.isGone = this.isOver = true;
    this.view = null;
    this.#state = null;
    this.kept = [];
    for (const listener of this.#listeners) listener();
  }
}

// How many entries this phone holds, where clearing the browser's storage does not reach; other pages of the site look at it, too.
const readMarker = () => Number(/(?:^|; )market-counter=(\d+)/.exec(document.cookie)?.[1] ?? 0);

const writeMarker = held => {
  document.cookie = `${MARKER}=${held}; path=/; max-age=2592000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
};
