// Taking money from one member: one tap a method takes what remains.
import { fill, h, keeper } from './dom.js';
import { Queue } from './queue.js';
import { say } from './words.js';

// The field of a cheque that is the same for most of a member's cheques.
const BANK = 'cheque-bank';

// One tap is enough where nothing has to be typed.
const asks = method => method.fields?.some(field => field.required) === true;

export class Till {
  #app;
  #close;
  #account = null;
  #intent = null;
  #method = null;
  #taken = null;
  #isBusy = false;
  #keep = keeper();
  #amount;
  #place;
  #note;
  element;

  constructor(app, close) {
    this.#app = app;
    this.#close = close;
    this.#amount = h('input', { id: 'amount', class: 'big num', inputmode: 'decimal', autocomplete: 'off', 'aria-describedby': 'amount-note', oninput: () => this.#explain() });
    this.#note = h('p', { id: 'amount-note', class: 'quiet', role: 'status' });
    this.#place = h('div', { class: 'till' });
    this.element = h('section', {}, h('label', { for: 'amount', class: 'quiet' }, say('amountToTake')), this.#amount, this.#note, this.#place);
  }

  open(account) {
    this.#account = account;
    this.#method = null;
    this.#taken = null;
    this.#amount.dataset.edited = '';
    this.#fresh();
    this.show();
  }

  // After every change of what is known: what is being typed stays.
  show() {
    const member = this.#app.member(this.#account);
    if (!member) return;
    if (!this.#amount.dataset.edited) this.#amount.value = member.due > 0 ? this.#app.money.type(member.due) : '';
    this.#amount.disabled = this.#app.isClosed;
    if (this.#app.isClosed) fill(this.#place, this.#keep('till', 'closed', () => h('p', {}, say('closedTakesNothing'))));
    else if (this.#taken) fill(this.#place, this.#keep('till', [this.#taken.id, this.#isUndone(), member.due], () => this.#done(member)));
    else if (!this.#method) fill(this.#place, this.#keep('till', [member.account, member.due, member.credit, member.bank], () => h('div', {}, this.#methods(member))));
  }

  #fresh() {
    this.#intent = Queue.intent();
  }

  #explain() {
    this.#amount.dataset.edited = 'yes';
    const { money } = this.#app;
    const member = this.#app.member(this.#account);
    const amount = money.read(this.#amount.value);
    const over = amount === null ? 0 : amount - member.due;
    this.#note.textContent = amount === null ? '' : over > 0 ? say('staysAsCredit', money.show(over)) : over < 0 ? say('leaves', money.show(-over)) : '';
    this.#note.classList.remove('fault');
    this.#amount.removeAttribute('aria-invalid');
  }

  #methods(member) {
    const { methods } = this.#app.view;
    const cash = methods.find(method => method.isCash && method.refunds !== false);
    return [
      h('div', { class: 'grid' }, methods.map((method, index) => h('button', {
        class: index === 0 ? 'btn main' : 'btn', 'data-key': method.name, 'data-method': method.name, onclick: event => this.#choose(event, method),
      }, method.label, this.#hint(method, member)))),
      cash && member.credit > 0 && h('button', { class: 'btn wide', 'data-key': 'refund', onclick: event => this.#giveBack(event, cash) },
        say('giveBackCredit', this.#app.money.show(member.credit))),
    ];
  }

  #hint(method, member) {
    const text = method.isCash ? say('cashHint') : asks(method) ? member.bank ?? this.#bankOf(member) : null;
    return text && h('span', { class: 'quiet' }, text);
  }

  // The bank of the cheque this phone took last from this member, where the server has not heard of it yet.
  #bankOf(member) {
    return this.#app.entriesOf(member.account).findLast(entry => entry.data?.details?.[BANK])?.data.details[BANK] ?? '';
  }

  // The second click of a double one is nobody's intent.
  #choose(event, method) {
    if (event.detail > 1) return;
    if (!asks(method)) {
      this.#take(method, {});
      return;
    }
    this.#method = method;
    const member = this.#app.member(this.#account);
    const inputs = method.fields.map(field => h('label', {}, field.label, h('input', {
      name: field.name, required: field.required, autocomplete: 'off', maxlength: 100, class: 'field',
      inputmode: field.name === 'cheque-number' ? 'numeric' : null, value: field.name === BANK ? member.bank ?? this.#bankOf(member) : '',
    })));
    const form = h('form', { class: 'fields', onsubmit: submitted => {
      submitted.preventDefault();
      this.#take(method, Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim())));
    } }, inputs, h('div', { class: 'grid' },
      h('button', { class: 'btn main' }, say('takeBy', method.label)),
      h('button', { class: 'btn', type: 'button', onclick: () => { this.#method = null; this.show(); } }, say('back'))));
    fill(this.#place, form);
    form.querySelector('input').focus();
  }

  async #take(method, details) {
    const amount = this.#app.money.read(this.#amount.value);
    if (amount === null) {
      this.#refuse(say('whichAmount'));
      return;
    }
    const member = this.#app.member(this.#account);
    const data = { method: method.name, amount, details };
    if (member.order) data.order = member.order.id;
    await this.#enter('payment', data, { amount, method });
  }

  async #giveBack(event, method) {
    if (event.detail > 1) return;
    const { credit } = this.#app.member(this.#account);
    const amount = this.#amount.dataset.edited ? this.#app.money.read(this.#amount.value) : credit;
    if (amount === null || amount > credit) {
      this.#refuse(say('atMostCredit', this.#app.money.show(credit)));
      return;
    }
    await this.#enter('refund', { method: method.name, amount }, { amount, method, isBack: true });
  }

  // Shown as taken only once it is kept.
  async #enter(kind, data, taken) {
    if (this.#isBusy) return;
    this.#isBusy = true;
    const id = this.#intent;
    try {
      await this.#app.take(id, kind, this.#account, data);
      this.#fresh();
      this.#taken = { ...taken, id };
      this.#method = null;
      this.#amount.dataset.edited = '';
      this.#note.textContent = '';
      this.show();
      this.#place.querySelector('[data-key=next]')?.focus();
    } catch {
      this.#refuse(say('notKept'));
    } finally {
      this.#isBusy = false;
    }
  }

  #refuse(sentence) {
    this.#note.textContent = sentence;
    this.#note.classList.add('fault');
    this.#amount.setAttribute('aria-invalid', 'true');
    this.#amount.focus();
  }

  #isUndone() {
    return this.#app.view.entries.find(entry => entry.id === this.#taken.id)?.undone === true;
  }

  #done(member) {
    const { money } = this.#app;
    const { amount, method, isBack } = this.#taken;
    const isUndone = this.#isUndone();
    const change = h('output', { class: 'change num', 'data-key': 'change' });
    const give = handed => { change.textContent = handed > amount ? say('giveBack', money.show(handed - amount)) : ''; };
    return h('div', { class: 'done' },
      h('p', { class: 'taken', role: 'status' }, isUndone ? say('undone') : say(isBack ? 'gaveBack' : 'took', money.show(amount), method.label)),
      method.isCash && !isBack && !isUndone && h('div', { class: 'handed' }, h('span', { class: 'quiet' }, say('handedOver')),
        money.rounds(amount).map(sum => h('button', { class: 'btn', onclick: () => give(sum) }, money.show(sum))),
        h('input', { class: 'field num', inputmode: 'decimal', 'aria-label': say('handedOver'), oninput: event => give(money.read(event.target.value) ?? 0) }), change),
      h('div', { class: 'grid' },
        h('button', { class: 'btn main', 'data-key': 'next', onclick: this.#close }, say('next')),
        h('button', { class: 'btn', 'data-key': 'more', onclick: () => { this.#taken = null; this.show(); } }, member.due > 0 ? say('restOf', money.show(member.due)) : say('takeMore'))));
  }
}
