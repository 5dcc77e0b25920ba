// Who comes: found by letters, the account's number or a code; each with what is left to take.
import { fill, h, keeper } from './dom.js';
import { byName, find, hasCome, isNumberOf } from './state.js';
import { culture, say, sayCount } from './words.js';

const MOST = 60;

export class List {
  #app;
  #open;
  #search = document.getElementById('search');
  #rows = document.getElementById('rows');
  #most = MOST;
  #keep = keeper();

  constructor(app, open) {
    this.#app = app;
    this.#open = open;
    this.#search.addEventListener('input', () => { this.#most = MOST; this.show(); });
    this.#search.addEventListener('keydown', event => { if (event.key === 'Enter') { event.preventDefault(); this.#openFirst(); } });
    for (const choice of document.querySelectorAll('[name=who]')) choice.addEventListener('change', () => this.show());

    // A scanner that types like a keyboard, or a person who just starts typing.
    document.addEventListener('keydown', event => {
      const isFree = document.activeElement === document.body && !document.querySelector('dialog[open]');
      if (isFree && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) this.#search.focus();
    });
    app.onChange(() => this.show());
  }

  next() {
    this.#search.value = '';
    this.show();
    this.#search.focus();
  }

  // Opens the account with this number; false where there is none.
  openNumber(number) {
    const member = this.#app.view?.members.find(one => isNumberOf(one, number));
    if (member) this.#open(member.account);
    return member !== undefined;
  }

  show() {
    const { view } = this.#app;
    if (!view) {
      fill(this.#rows);
      return;
    }
    const ordered = view.members.filter(member => member.order);
    const come = ordered.filter(member => hasCome(member, view.entries));
    const taken = view.entries.filter(entry => !entry.undone && (entry.kind === 'payment' || entry.kind === 'refund')).reduce((sum, entry) => sum + entry.amount, 0);
    document.getElementById('title').textContent = `${view.distribution.place}, ${day(view.distribution.date)}`;
    document.getElementById('sums').textContent = say('sums', come.length, ordered.length, this.#app.money.show(taken));

    const found = this.#found();
    fill(this.#rows,
      found.slice(0, this.#most).map(member => this.#row(member)),
      found.length === 0 && h('li', { class: 'none' }, say(this.#search.value.trim() ? 'noneFound' : 'noneHere')),
      found.length > this.#most && h('li', {}, h('button', { class: 'row', onclick: () => { this.#most = Infinity; this.show(); } }, sayCount('more', found.length - this.#most))));
  }

  // Letters find everybody, also those who did not order.
  #found() {
    const { members, entries } = this.#app.view;
    if (this.#search.value.trim()) return find([...members].sort(byName(culture)), this.#search.value);
    const who = document.querySelector('[name=who]:checked').value;
    return members
      .filter(member => who === 'all' || (member.order && (who === 'ordered' || !hasCome(member, entries))))
      .sort(byName(culture));
  }

  #openFirst() {
    const found = this.#found();
    if (found.length === 1 || (found.length > 1 && isNumberOf(found[0], this.#search.value))) this.#open(found[0].account);
  }

  #row(member) {
    const { money, view } = this.#app;
    const waits = view.entries.some(entry => entry.account === member.account && entry.waits);
    const come = member.order !== null && member.order !== undefined && hasCome(member, view.entries);
    return this.#keep(member.account, [member, waits, come], () => h('li', {}, h('button', { class: 'row', 'data-key': member.account, onclick: () => this.#open(member.account) },
      h('span', {}, h('span', { class: 'name' }, member.name), h('span', { class: 'quiet' }, ` ${member.number}`),
        h('span', { class: 'quiet line' }, about(member, money).join(' · '))),
      h('span', { class: 'state' }, standing(member, money), waits && h('span', { class: 'tag wait' }, say('waits')),
        come && h('span', { class: 'tag zero' }, say('hasCome'))))));
  }
}

export const day = date => new Intl.DateTimeFormat(culture, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

export const standing = (member, money) =>
  member.due > 0 ? h('b', { class: 'num owed' }, money.show(member.due))
    : member.credit > 0 ? h('span', { class: 'tag held' }, say('credit', money.show(member.credit)))
      : h('span', { class: 'tag held' }, say('settled'));

// What makes up what is left: the order, older debt, what was announced.
export const about = (member, money) => [
  member.order ? say('ordered', money.show(member.order.total)) : say('didNotOrder'),
  member.order?.paid > 0 && say('paid', money.show(member.order.paid)),
  member.older > 0 && say('older', money.show(member.older)),
  member.later > 0 && say('later', money.show(member.later)),
  ...(member.announced ?? []).map(({ amount }) => say('announced', money.show(amount))),
].filter(Boolean);
