// What an entry that the loaded state does not hold yet does to what is shown. The server's figures replace it as soon as they are there. Pure.
import { costOf, grams } from './money.js';

// Entries that the state already holds, or that were refused, count for nothing: the server's word is the newer one.
export const unheard = (state, entries) => {
  const known = new Set(state.entries.map(entry => entry.id));
  return entries.filter(entry => entry.stands !== 'refused' && !known.has(entry.id));
};

// The members and entries of the state with what waits laid over them.
export function overlay(state, kept) {
  const waiting = unheard(state, kept);
  if (waiting.length === 0) return state;
  const members = new Map(state.members.map(member => [member.account, member]));
  const entries = new Map(state.entries.map(entry => [entry.id, entry]));
  for (const entry of waiting) {
    const member = members.get(entry.account);
    const effect = entry.kind === 'undo' ? reversed(entries.get(entry.data.entry)) : effectOf(state, member, entry);
    if (member) members.set(entry.account, apply(member, effect));
    if (entry.kind === 'undo' && entries.has(entry.data.entry)) {
      entries.set(entry.data.entry, { ...entries.get(entry.data.entry), undone: true });
    }
    entries.set(entry.id, { ...entry, amount: effect.amount, method: entry.data.method, order: entry.data.order, effect, waits: entry.stands === 'waiting' });
  }
  return { ...state, members: [...members.values()], entries: [...entries.values()] };
}

// Positive amounts credit the account, as on the server; pays tells whether it settles the order first.
function effectOf(state, member, { kind, data }) {
  const line = member?.order?.lines.find(line => line.product === data.product);
  const product = state.products?.find(product => product.id === data.product);
  switch (kind) {
    case 'payment': return { amount: data.amount, pays: true };
    case 'refund': return { amount: -data.amount };
    case 'collected': return { amount: 0, collected: data.collected };
    case 'returnable': {
      const deposit = state.returnables?.find(returnable => returnable.id === data.returnable)?.deposit ?? 0;
      return { amount: -deposit * data.count, held: { [data.returnable]: data.count } };
    }
    case 'weigh': return change(line, line && product ? costOf(product.price, grams(data.weight) ?? 0) - line.cost : 0, { weight: grams(data.weight) });
    case 'line': return change(line, line && line.quantity > 0 ? lineCost(line, data) - line.cost : 0, { quantity: data.quantity ?? line?.quantity });
    case 'order': {
      const cost = data.lines.reduce((sum, { product: id, quantity, grams: weight }) => {
        const one = state.products?.find(product => product.id === id);
        return sum + (!one ? 0 : weight ? costOf(one.price, weight) : one.byWeight ? 0 : one.price * quantity);
      }, 0);
      return { amount: -cost, total: cost };
    }
    default: return { amount: 0 };
  }
}

// By quantity, the line costs in proportion; the server counts with the price that the line was ordered at.
const lineCost = (line, { quantity, price }) =>
  price !== undefined && !line.byWeight ? price * (quantity ?? line.quantity) : Math.floor((line.cost * (quantity ?? line.quantity)) / line.quantity);

const change = (line, cost, changed) => ({ amount: -cost, total: cost, line: line && { ...line, cost: line.cost + cost, ...changed }, before: line });

function reversed(entry) {
  if (!entry || entry.undone) return { amount: 0 };
  const { effect } = entry;
  return {
    amount: -(entry.amount ?? 0),
    pays: entry.kind === 'payment',
    collected: entry.kind === 'collected' ? !(effect?.collected ?? true) : undefined,
    total: effect?.total === undefined ? undefined : -effect.total,
    line: effect?.before,
    held: effect?.held && Object.fromEntries(Object.entries(effect.held).map(([id, count]) => [id, -count])),
  };
}

// What comes pays what is due, then what is for later; the rest is held. What goes is taken from what is held first.
function standing({ due, later = 0, credit }, amount) {
  if (amount < 0) return { due: due + Math.max(0, -amount - credit), later, credit: Math.max(0, credit + amount) };
  const afterDue = Math.max(0, amount - due);
  return { due: Math.max(0, due - amount), later: Math.max(0, later - afterDue), credit: credit + Math.max(0, afterDue - later) };
}

function apply(member, { amount, pays, collected, total = 0, line, held }) {
  const changed = { ...member, balance: member.balance + amount, ...standing(member, amount) };
  let rest = pays ? amount : 0;
  if (member.order) {
    const order = { ...member.order, total: member.order.total + total, remaining: member.order.remaining + total };
    const share = rest >= 0 ? Math.min(rest, Math.max(0, order.remaining)) : Math.max(rest, -order.paid);
    order.paid += share;
    order.remaining -= share;
    rest -= share;
    if (collected !== undefined) order.collected = collected;
    if (line) order.lines = order.lines.map(one => one.product === line.product ? line : one);
    changed.order = order;
  }
  changed.older = Math.max(0, member.older - Math.max(0, rest));
  if (held) {
    changed.held = { ...member.held };
    for (const [id, count] of Object.entries(held)) changed.held[id] = (changed.held[id] ?? 0) + count;
  }
  return changed;
}
