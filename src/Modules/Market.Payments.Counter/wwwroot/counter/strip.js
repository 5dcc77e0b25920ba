// The top of the page: whether it works without network, what waits and for how long, and what a person has to do about it.
import { h } from './dom.js';
import { say, sayAge, sayCount } from './words.js';

export class Strip {
  #app;
  #place = document.getElementById('strip');
  #text = document.getElementById('strip-text');
  #said = '';

  // isReady: this phone opens the page without network, too.
  isReady = false;

  constructor(app) {
    this.#app = app;
    app.onChange(() => this.show());
    setInterval(() => this.show(), 15_000);
  }

  show() {
    const [look, sentence, action] = this.#what();
    const said = `${look} ${sentence}`;
    if (said === this.#said) return;
    this.#said = said;
    this.#place.className = look;
    this.#text.replaceChildren(sentence, ...(action ? [' ', action] : []));
  }

  #what() {
    const app = this.#app;
    if (!app.sync) return ['wait', say('loading')];
    if (app.isGone) return ['off', say('signedOutHere')];
    const { trouble, stranger } = app.sync;
    const [oldest] = app.waiting;
    const waiting = oldest ? sayCount('waiting', app.waiting.length, sayAge(Date.now() - Date.parse(oldest.at))) : '';
    if (app.lost > 0) return ['fault', sayCount('evicted', app.lost), this.#button('understood', () => { app.lost = 0; app.refresh(); })];
    if (trouble === 'signed-out') {
      return ['fault', `${say('signIn')} ${waiting}`, h('a', { class: 'btn', href: `${document.documentElement.dataset.login}?ReturnUrl=${encodeURIComponent(location.pathname)}`, target: '_blank' }, say('signInNow'))];
    }
    if (stranger) return ['fault', `${say('stranger')} ${waiting}`, this.#button('sendAsMe', async () => { await app.queue.adopt(app.server.user); app.sync.turn(); })];
    if (trouble === 'forbidden') return ['fault', `${say('forbidden')} ${waiting}`];
    if (trouble === 'gone') return ['fault', `${say('noDistribution')} ${waiting}`];
    if (app.refused.length > 0) return ['fault', sayCount('refused', app.refused.length), this.#button('look', () => document.getElementById('phone-open').click())];
    if (trouble === 'failed' || trouble === 'stale') return ['off', `${say('failing')} ${waiting}`];
    if (trouble === 'offline') return ['off', `${app.view ? say('offline') : say('offlineEmpty')} ${waiting}`];
    if (app.isClosed) return ['off', `${say('closed')} ${waiting}`];
    if (!app.view) return ['wait', say('loading')];
    if (oldest) return ['wait', waiting];
    return this.isReady ? ['ready', say('ready')] : ['wait', say('preparing')];
  }

  #button(key, onclick) {
    return h('button', { class: 'btn', onclick }, say(key));
  }
}
