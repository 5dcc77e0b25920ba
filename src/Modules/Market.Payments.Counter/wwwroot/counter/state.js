// A distribution's state: what the server said, and over it what waits on this phone. Pure.

// Adds what has changed since the last state, unless it is all there is.
export function merge(state, news) {
  if (!state || news.whole) return news;
  const members = new Map(state.members.map(member => [member.account, member]));
  for (const member of news.members ?? []) members.set(member.account, member);
  for (const account of news.gone ?? []) members.delete(account);
  const entries = new Map(state.entries.map(entry => [entry.id, entry]));
  for (const entry of news.entries ?? []) entries.set(entry.id, entry);
  return { ...state, ...news, members: [...members.values()], entries: [...entries.values()] };
}

// Whether there is anything in it that the state does not say.
export const isNews = (state, news) => !state || news.whole || news.members?.length > 0 || news.gone?.length > 0 || news.entries?.length > 0 || frame(news, state) !== frame(state, news);

const frame = (state, other) => JSON.stringify(Object.keys(state).filter(name => name in other && !['cursor', 'whole', 'gone', 'members', 'entries'].includes(name)).sort().map(name => state[name]));

const key = word => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const digits = text => text.replace(/\D/g, '').replace(/^0+/, '');

// Whether it is the member's number, like C-0042, or its digits alone.
export const isNumberOf = (member, text) =>
  key(member.number) === key(text.trim()) || (/^\d+$/.test(text.trim()) && digits(member.number) === digits(text));

// Those whom a few letters of the name or the account's number find; the number's owner first.
export function find(members, text) {
  const asked = key(text).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return members;
  return members
    .filter(member => {
      const words = key(`${member.name} ${member.search ?? ''}`).split(/[\s'’-]+/);
      return isNumberOf(member, text) || asked.every(part => words.some(word => word.startsWith(part)));
    })
    .sort((one, other) => isNumberOf(other, text) - isNumberOf(one, text));
}

export const byName = culture => {
  const collator = new Intl.Collator(culture);
  return (one, other) => collator.compare(one.name, other.name);
};

// Who has come: took the order along, or did anything at the counter today.
export const hasCome = (member, entries) =>
  member.order?.collected === true || entries.some(entry => entry.account === member.account && !entry.undone && entry.kind !== 'undo' && entry.kind !== 'collected');
