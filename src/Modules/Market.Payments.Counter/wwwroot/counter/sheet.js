// One member: what is left, the till, the order, returnables, and what was done today.
import { fill, h, keeper } from './dom.js';
import { Goods } from './goods.js';
import { about, standing } from './list.js';
import { Queue } from './queue.js';
import { Till } from './till.js';
import { culture, say } from './words.js';

export class Sheet {
  #app;
  #dialog = document.getElementById('sheet');
  #head = h('div');
  #handing = h('div');
  #doings = h('ul', { class: 'doings' });
  #account = null;
  #keep = keeper();

  constructor(app, onClose) {
    this.#app = app;
    this.till = new Till(app, () => this.#dialog.close());
    this.goods = new Goods(app);
    this.#dialog.append(this.#head, this.till.element, this.#handing, this.goods.element,
      h('section', {}, h('h3', {}, say('today')), this.#doings));
    this.#dialog.addEventListener('close', () => { this.#account = null; onClose(); });
    app.onChange(() => this.show());
  }

  open(account) {
    this.#account = account;
    this.till.open(account);
    this.goods.open(account);
    this.show();
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#dialog.scrollTop = 0;
  }

  show() {
    if (!this.#account) return;
    const member = this.#app.member(this.#account);
    if (!member) {
      this.#dialog.close();
      return;
    }
    const { money } = this.#app;
    fill(this.#head, this.#keep('head', member, () => h('div', { class: 'head' },
      h('div', { class: 'top' }, h('h2', { id: 'sheet-name' }, member.name, h('span', { class: 'quiet' }, ` ${member.number}`)),
        h('button', { class: 'close', 'aria-label': say('close'), 'data-key': 'close', onclick: () => this.#dialog.close() }, '×')),
      h('p', { class: 'left' }, standing(member, money)),
      h('p', { class: 'quiet' }, about(member, money).join(' · ')))));
    this.till.show();
    this.goods.show();
    this.#showHanding(member);
    this.#showDoings();
  }

  // The goods leave with the member, paid or not; nothing else is said by it.
  #showHanding(member) {
    const { order } = member;
    fill(this.#handing, order && !this.#app.isClosed && this.#keep('handing', [order.id, order.collected, member.due], () => {
      const id = Queue.intent();
      const label = order.collected ? say('notHanded') : member.due > 0 ? say('handLater', this.#app.money.show(member.due)) : say('hand');
      return h('button', { class: 'btn wide', 'data-key': 'handing', onclick: event => {
        if (event.detail <= 1) this.#try(this.#app.take(id, 'collected', member.account, { order: order.id, collected: !order.collected }));
      } }, label);
    }));
  }

  #showDoings() {
    const { view, isClosed, user, money } = this.#app;
    const doings = this.#app.entriesOf(this.#account).filter(entry => entry.kind !== 'undo');
    const last = doings.findLast(entry => !entry.undone);
    fill(this.#doings, doings.toReversed().map(entry => {
      const canUndo = entry === last && !isClosed && (entry.by === undefined || entry.by === user);
      return this.#keep(entry.id, [entry, canUndo], () => h('li', { class: entry.undone ? 'undone' : null },
        h('span', {}, say(`kind_${entry.kind}`, methodLabel(view, entry.method)), ' ', entry.amount ? h('b', { class: 'num' }, money.show(entry.amount)) : '',
          h('span', { class: 'quiet line' }, [hour(entry.at), entry.byName, entry.late && say('late'), entry.undone && say('undone')].filter(Boolean).join(' · '))),
        entry.waits ? h('span', { class: 'tag wait' }, say('waits'))
          : !entry.undone && entry.kind === 'payment' && h('a', { class: 'btn', href: `${this.#app.base}/receipts/${entry.id}`, 'data-receipt': entry.id, target: '_blank' }, say('receipt')),
        canUndo && this.#undo(entry)));
    }), doings.length === 0 && this.#keep('none', 0, () => h('li', { class: 'quiet' }, say('nothingToday'))));
  }

  #undo(entry) {
    const id = Queue.intent();
    return h('button', { class: 'btn', 'data-key': `undo-${entry.id}`, onclick: event => {
      if (event.detail <= 1) this.#try(this.#app.take(id, 'undo', entry.account, { entry: entry.id }));
    } }, say('undo'));
  }

  #try(taking) {
    taking.catch(() => alert(say('notKept')));
  }
}

const methodLabel = (view, name) => view.methods.find(method => method.name === name)?.label ?? name ?? '';

const hour = at => new Intl.DateTimeFormat(culture, { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
