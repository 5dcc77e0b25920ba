// What one member gets: the order's lines as they came, what is added on the spot, glasses and crates out and in.
import { fill, h, keeper } from './dom.js';
import { costOf, grams } from './money.js';
import { Queue } from './queue.js';
import { say } from './words.js';

export class Goods {
  #app;
  #account = null;
  #keep = keeper();
  #edited = null;
  #pressed = null;
  #note = h('p', { class: 'fault', role: 'status' });
  #lines = h('ul', { class: 'doings' });
  #more = h('div');
  #returnables = h('section');
  element;

  constructor(app) {
    this.#app = app;
    this.element = h('div', {}, h('section', {}, h('h3', {}, say('order')), this.#lines, this.#more), this.#returnables, this.#note);
  }

  open(account) {
    this.#account = account;
    this.#edited = null;
    this.#pressed = null;
    this.#note.textContent = '';
  }

  show() {
    const member = this.#app.member(this.#account);
    if (!member) return;
    const { isClosed, view } = this.#app;
    const lines = member.order?.lines ?? [];
    fill(this.#lines,
      lines.map(line => this.#keep(`line-${line.product}`, [line, isClosed, this.#edited === line.product, member.account], () => this.#line(member, line))),
      lines.length === 0 && this.#keep('none', 0, () => h('li', { class: 'quiet' }, say('didNotOrder'))));
    fill(this.#more, !isClosed && view.products?.length > 0 && this.#keep('more', [member.account, view.products], () => this.#adding(member)));
    fill(this.#returnables, view.returnables?.length > 0 && this.#keep('returnables', [member.account, member.held, isClosed, this.#pressed], () => this.#holding(member)));
  }

  #line(member, line) {
    const { money, isClosed } = this.#app;
    const amount = line.byWeight && line.weight ? say('grams', line.weight) : `${line.quantity} × ${line.unit}`;
    if (this.#edited === line.product) return h('li', { class: 'edited' }, line.byWeight ? this.#weighing(member, line) : this.#correcting(member, line));
    return h('li', {},
      h('span', {}, line.name, h('span', { class: 'quiet line' }, amount)), h('span', { class: 'num' }, money.show(line.cost)),
      !isClosed && h('button', { class: 'btn', 'data-key': `edit-${line.product}`, 'aria-label': say(line.byWeight ? 'weighOf' : 'correctOf', line.name), onclick: () => this.#edit(line.product) },
        say(line.byWeight ? 'weigh' : 'correct')));
  }

  #edit(product) {
    this.#edited = product;
    this.show();
    this.#lines.querySelector('input')?.focus();
  }

  #weighing(member, line) {
    const id = Queue.intent();
    const price = this.#app.view.products?.find(product => product.id === line.product)?.price;
    const cost = h('output', { class: 'num' });
    const input = h('input', { class: 'field num', inputmode: 'tel', autocomplete: 'off', 'aria-label': say('scaleOf', line.name), placeholder: '192+167', oninput: () => {
      const weight = grams(input.value);
      cost.textContent = weight === null || price === undefined ? '' : `${say('grams', weight)} · ${this.#app.money.show(costOf(price, weight))}`;
    } });
    return this.#form(line, [h('b', {}, line.name), input, cost], () => {
      if (grams(input.value) === null) return say('whichWeight');
      return this.#take(id, 'weigh', { order: member.order.id, product: line.product, weight: input.value.trim() });
    });
  }

  #correcting(member, line) {
    const id = Queue.intent();
    const quantity = h('input', { class: 'field num', type: 'number', min: 0, step: 1, required: true, value: line.quantity, 'aria-label': say('cameOf', line.name) });
    const reason = h('input', { class: 'field', required: true, maxlength: 200, 'aria-label': say('reason'), placeholder: say('reason') });
    return this.#form(line, [h('b', {}, line.name), quantity, reason],
      () => this.#take(id, 'line', { order: member.order.id, product: line.product, quantity: quantity.valueAsNumber, reason: reason.value.trim() }));
  }

  #form(line, inputs, enter) {
    return h('form', { class: 'fields', onsubmit: event => { event.preventDefault(); this.#enter(enter); } }, inputs,
      h('div', { class: 'grid' }, h('button', { class: 'btn main' }, say('enter')),
        h('button', { class: 'btn', type: 'button', onclick: () => { this.#edited = null; this.show(); } }, say('back'))));
  }

  #adding(member) {
    const { products } = this.#app.view;
    let id = Queue.intent();
    const select = h('select', { class: 'field', 'aria-label': say('product'), onchange: () => ask() },
      products.map(product => h('option', { value: product.id }, `${product.name}, ${this.#app.money.show(product.price)} / ${product.byWeight ? 'kg' : product.unit}`)));
    const input = h('input', { class: 'field num', required: true, autocomplete: 'off' });
    const chosen = () => products.find(product => product.id === select.value);
    const ask = () => {
      const { byWeight } = chosen();
      input.setAttribute('inputmode', byWeight ? 'tel' : 'numeric');
      input.setAttribute('aria-label', say(byWeight ? 'weight' : 'quantity'));
      input.value = byWeight ? '' : '1';
    };
    ask();
    return h('details', {}, h('summary', {}, say('addProduct')), h('form', { class: 'fields', onsubmit: async event => {
      event.preventDefault();
      const { byWeight } = chosen();
      const number = byWeight ? grams(input.value) || null : /^[1-9]\d{0,3}$/.test(input.value.trim()) ? Number(input.value) : null;
      const line = byWeight ? { product: select.value, grams: number } : { product: select.value, quantity: number };
      const isIn = await this.#enter(() => number === null ? say(byWeight ? 'whichWeight' : 'whichQuantity') : this.#take(id, 'order', { lines: [line] }));
      if (isIn) {
        id = Queue.intent();
        ask();
      }
    } }, select, input, h('button', { class: 'btn main' }, say('add'))));
  }

  #holding(member) {
    const { view, money, isClosed } = this.#app;
    return h('div', {}, h('h3', {}, say('returnables')), h('ul', { class: 'doings' }, view.returnables.map(({ id, name, deposit }) => {
      const held = member.held?.[id] ?? 0;
      const isAsked = this.#pressed === id;
      return h('li', {}, h('span', {}, name, h('span', { class: 'quiet line' }, say('holds', held, money.show(deposit)))),
        !isClosed && h('button', { class: 'btn', 'data-key': `out-${id}`, 'aria-label': say('outOf', name), onclick: () => this.#move(id, 1) }, say('out')),
        !isClosed && h('button', { class: 'btn', 'data-key': `in-${id}`, 'aria-label': isAsked ? say('moreThanTaken', name) : say('inOf', name), onclick: () => this.#bring(id, held) }, isAsked ? say('anyway') : say('in')));
    })));
  }

  // Never more back than taken, unless pressed twice.
  #bring(id, held) {
    if (held <= 0 && this.#pressed !== id) {
      this.#pressed = id;
      this.#note.textContent = say('pressAgain');
      this.show();
      return;
    }
    this.#move(id, -1, held <= 0);
  }

  #move(returnable, count, anyway = false) {
    this.#pressed = null;
    this.#note.textContent = '';
    this.#enter(() => this.#take(Queue.intent(), 'returnable', anyway ? { returnable, count, anyway } : { returnable, count }));
  }

  #take(id, kind, data) {
    return this.#app.take(id, kind, this.#account, data);
  }

  // A sentence says what is wrong; otherwise it is kept, and only then shown.
  async #enter(enter) {
    try {
      const answer = await enter();
      this.#note.textContent = typeof answer === 'string' ? answer : '';
      if (typeof answer === 'string') return false;
      this.#edited = null;
      this.show();
      return true;
    } catch {
      this.#note.textContent = say('notKept');
      return false;
    }
  }
}
