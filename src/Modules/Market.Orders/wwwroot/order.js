// Adds the − and + buttons, the running total and the search as one types to the order form, and keeps the basket as it is filled.
// The form works without it; the server counts and searches again.
for (const form of document.querySelectorAll('[data-order-form]')) {
  const { currency, decimals, culture } = form.dataset;
  const unit = 10 ** Number(decimals);
  const format = new Intl.NumberFormat(culture || undefined, {
    style: 'currency', currency, minimumFractionDigits: Number(decimals), maximumFractionDigits: Number(decimals),
  });
  const total = form.querySelector('[data-total]');
  const inputs = [...form.querySelectorAll('input[data-price]')];

  // Where the price is that of a kilogram, what it weighs is estimated, and rounded half up as the server does.
  const cost = ({ dataset: { price, grams }, valueAsNumber }) => grams
    ? Math.floor((Number(price) * Number(grams) * (valueAsNumber || 0) + 500) / 1000)
    : Number(price) * (valueAsNumber || 0);

  const basket = form.querySelector('[data-basket]');
  const weight = new Intl.NumberFormat(culture || undefined, { style: 'unit', unit: 'gram' });
  const entry = (...texts) => {
    const line = document.createElement('li');
    line.className = 'entry';
    line.append(...texts.map((text, at) => Object.assign(document.createElement('span'), { textContent: text, className: at ? 'num' : '' })));
    return line;
  };

  const show = () => {
    const sum = inputs.reduce((minor, input) => minor + cost(input), 0);
    total.textContent = format.format(sum / unit);
    const wanted = inputs.filter(input => input.valueAsNumber > 0);
    basket.replaceChildren(...wanted.map(input => entry(
      input.dataset.grams === '1' ? `${input.dataset.name}, ${weight.format(input.valueAsNumber)}` : `${input.valueAsNumber} × ${input.dataset.name}`,
      format.format(cost(input) / unit))));
    if (!wanted.length) basket.append(entry(basket.dataset.empty));
  };

  // One request at a time, the last state in the end; leaving the page waits for none of it.
  let unsaved = false;
  let saving = null;
  const save = () => {
    unsaved = true;
    saving ??= (async () => {
      while (unsaved) {
        unsaved = false;
        await fetch(form.action, { method: 'POST', body: new FormData(form), redirect: 'manual', keepalive: true }).catch(() => {});
      }
      saving = null;
    })();
    return saving;
  };

  for (const button of form.querySelectorAll('button[data-step]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const input = button.parentElement.querySelector('input');
      const wanted = (input.valueAsNumber || 0) + Number(button.dataset.step);
      input.value = Math.min(Number(input.max), Math.max(0, wanted));
      show();
      save();
    });
  }

  form.addEventListener('input', show);
  form.addEventListener('change', save);
  show();

  const search = document.querySelector('[data-order-search]');
  const field = search?.querySelector('input[type=search]');
  const none = document.querySelector('[data-none]');

  // As the server folds: without accents, case, apostrophes and hyphens.
  const fold = text => text.normalize('NFKD').toLowerCase()
    .replace(/[\p{M}\p{Pd}\p{Cf}\p{Cc}'`‘’‛′‵ʹʻʼʽˈˊˋ−]/gu, '')
    .replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss').replace(/ø/g, 'o').replace(/ł/g, 'l');

  const find = () => {
    const words = field.value.split(/\s+/).map(fold).filter(Boolean);
    let found = false;
    for (const group of form.querySelectorAll('[data-group]')) {
      const rows = [...group.querySelectorAll('[data-search]')];
      for (const row of rows) {
        row.hidden = !words.every(word => row.dataset.search.includes(word));
      }
      group.hidden = rows.every(row => row.hidden);
      found ||= !group.hidden;
    }
    none.hidden = found;
  };

  field?.addEventListener('input', find);
  search?.addEventListener('submit', event => {
    event.preventDefault();
    find();
  });

  // The other way to show the products keeps what is looked for and what is in the basket.
  for (const link of search?.querySelectorAll('nav a') ?? []) {
    link.addEventListener('click', async event => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) {
        return;
      }
      event.preventDefault();
      const url = new URL(link.href);
      url.searchParams.set('q', field.value);
      await save();
      location.assign(url);
    });
  }

  // A quantity that the browser refuses is shown, also where the search had hidden it.
  form.addEventListener('invalid', () => {
    if (field?.value) {
      field.value = '';
      find();
    }
  }, true);
}
