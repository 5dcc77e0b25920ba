// Amounts are whole numbers of the currency's smallest unit; only what is shown passes through a fraction.
export function money({ code, decimals }, culture) {
  const fraction = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const shown = new Intl.NumberFormat(culture, { style: 'currency', currency: code, ...fraction });
  const typed = new Intl.NumberFormat(culture, { useGrouping: false, ...fraction });
  const unit = 10 ** decimals;
  return {
    show: minor => shown.format(minor / unit),
    type: minor => typed.format(minor / unit),

    // What was typed, with comma or point; null where it is no amount above zero.
    read(text) {
      const found = /^(\d{1,9})(?:[.,](\d+))?$/.exec(text.replace(/\s/g, ''));
      const cents = found?.[2] ?? '';
      if (!found || cents.length > decimals) return null;
      return Number(found[1] + cents.padEnd(decimals, '0')) || null;
    },

    // What is likely handed over for an amount: the next round sums above it.
    rounds: minor => [...new Set([1, 5, 10, 20, 50, 100].map(step => Math.ceil(minor / (step * unit)) * step * unit))]
      .filter(sum => sum > minor).slice(-4),
  };
}

const MOST_GRAMS = 999_999;

// The scale's figure: grams, kilograms with their unit, or a sum of them. Null where it is none.
export function grams(text) {
  let sum = 0;
  for (const part of text.replace(/\s/g, '').toLowerCase().split('+')) {
    const found = /^(?:(\d{1,7})g?|(\d{1,4})(?:[.,](\d{1,3}))?kg)$/.exec(part);
    if (!found) return null;
    sum += found[1] === undefined ? Number(found[2]) * 1000 + Number((found[3] ?? '').padEnd(3, '0')) : Number(found[1]);
  }
  return sum <= MOST_GRAMS ? sum : null;
}

// What a weight costs, rounded half up like the server does it.
export const costOf = (pricePerKg, weight) => Math.floor((pricePerKg * weight + 500) / 1000);
