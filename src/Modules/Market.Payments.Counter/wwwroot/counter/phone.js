// This phone: what waits, what was refused, sending by hand, the file for the worst case, and taking an update of the page.
import { fill, h } from './dom.js';
import { say, sayAge, sayCount } from './words.js';

export class Phone {
  #app;
  #dialog = document.getElementById('phone');
  #place = document.getElementById('phone-body');
  #update = null;

  constructor(app) {
    this.#app = app;
    document.getElementById('phone-open').addEventListener('click', () => { this.show(); this.#dialog.showModal(); });
    document.getElementById('phone-close').addEventListener('click', () => this.#dialog.close());
    app.onChange(() => this.show());
  }

  // A newer page is there; update takes it.
  offer(update) {
    this.#update = update;
    this.show();
  }

  show() {
    const { waiting, refused } = this.#app;
    document.getElementById('phone-open').dataset.update = this.#update ? 'yes' : '';
    const held = waiting.length + refused.length;
    fill(this.#place,
      h('p', {}, waiting.length > 0 ? sayCount('waiting', waiting.length, sayAge(Date.now() - Date.parse(waiting[0].at))) : say('nothingWaits')),
      waiting.length > 0 && h('ul', { class: 'doings' }, waiting.map(entry => h('li', {}, this.#about(entry)))),
      waiting.length > 0 && h('button', { class: 'btn main wide', 'data-key': 'send', onclick: () => this.#app.sync.turn() }, say('sendNow')),
      refused.length > 0 && h('h3', {}, say('refusedTitle')),
      refused.length > 0 && h('ul', { class: 'doings' }, refused.map(entry => h('li', {},
        h('span', {}, this.#about(entry), h('span', { class: 'line fault' }, entry.sentence)),
        h('button', { class: 'btn', 'data-key': `retry-${entry.id}`, onclick: () => this.#app.queue.retry(entry.id).then(() => this.#app.sync.turn()) }, say('retry')),
        h('button', { class: 'btn', 'data-key': `dismiss-${entry.id}`, onclick: () => this.#app.queue.dismiss(entry.id) }, say('dismiss'))))),
      held > 0 && h('button', { class: 'btn wide', 'data-key': 'export', onclick: () => this.#export() }, say('export')),
      this.#update && h('button', { class: 'btn wide', 'data-key': 'update', disabled: held > 0, onclick: () => this.#update() }, say('update')),
      this.#update && held > 0 && h('p', { class: 'quiet' }, say('updateLater')));
  }

  #about({ account, kind, data, at }) {
    const { view } = this.#app;
    const name = this.#app.member(account)?.name ?? account;
    const method = view?.methods.find(one => one.name === data.method)?.label ?? data.method ?? '';
    const amount = data.amount !== undefined && view ? this.#app.money.show(data.amount) : '';
    return [name, say(`kind_${kind}`, method), amount, new Date(at).toLocaleString(document.documentElement.lang)].filter(Boolean).join(' · ');
  }

  // Everything that the server may not have, as it would be sent; with the names, for whoever has to enter it by hand.
  #export() {
    const entries = [...this.#app.waiting, ...this.#app.refused].map(entry => ({ ...entry, name: this.#app.member(entry.account)?.name }));
    const file = URL.createObjectURL(new Blob([JSON.stringify({ currency: this.#app.view?.currency, entries }, null, 2)], { type: 'application/json' }));
    const link = h('a', { href: file, download: `counter-${this.#app.distribution}.json` });
    link.click();
    URL.revokeObjectURL(file);
  }
}
