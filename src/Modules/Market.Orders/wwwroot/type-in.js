// Types paper orders in by the keyboard alone: a member, then products and quantities. Without it the page's own forms do the same.
const letters = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l' };
const fold = word => word.normalize('NFKD').toLowerCase().replace(/[\p{M}\p{Pd}'’]/gu, '').replace(/[œæßøł]/g, letter => letters[letter]);

// By its number, or by how words of it begin: as the server finds.
const fits = (typed, number, search) => {
  const wanted = typed.trim().split(/\s+/).map(fold).filter(Boolean);
  if (wanted.length === 1 && /^\d+$/.test(wanted[0])) {
    return Number(String(number).replace(/\D/g, '')) === Number(wanted[0]);
  }

  const words = search.split(' ');
  return wanted.length > 0 && wanted.every(start => words.some(word => word.startsWith(start)));
};

// A list under a field: the arrows move in it, Enter chooses, Escape forgets what was typed.
const picker = (input, list, find, { label, choose, none }) => {
  const most = 9;
  let found = [];
  let place = 0;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);

  const show = () => {
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    list.replaceChildren(...found.map((item, i) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${i}`;
      option.setAttribute('role', 'option');
      option.textContent = label(item);
      option.setAttribute('aria-selected', String(i === place));
      option.addEventListener('mousedown', event => {
        event.preventDefault();
        pick(item);
      });
      return option;
    }));
    if (found.length > 0) {
      input.setAttribute('aria-activedescendant', `${list.id}-${place}`);
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  };

  const forget = () => {
    found = [];
    show();
  };

  const pick = item => {
    input.value = '';
    forget();
    choose(item);
  };

  input.addEventListener('input', () => {
    place = 0;
    found = find(input.value).slice(0, most);
    show();
  });
  input.addEventListener('blur', forget);
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      place = Math.min(Math.max(place + (event.key === 'ArrowDown' ? 1 : -1), 0), Math.max(found.length - 1, 0));
      show();
    } else if (event.key === 'Escape') {
      input.value = '';
      forget();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (found[place]) {
        pick(found[place]);
      } else {
        none(input.value.trim());
      }
    }
  });
  show();
};

const who = document.getElementById('who');
if (who) {
  const accounts = JSON.parse(document.getElementById('accounts').textContent);
  const input = document.getElementById('member');
  picker(input, document.getElementById('members'), typed => accounts.filter(account => fits(typed, account.number, account.search)), {
    label: account => `${account.number} ${account.name}${account.ordered ? ` · ${who.dataset.withOrder}` : ''}`,
    choose: account => {
      const id = document.createElement('input');
      [id.type, id.name, id.value] = ['hidden', 'accountId', account.id];
      input.disabled = true;
      who.append(id);
      who.submit();
    },
    none: typed => typed && who.submit(),
  });
}

const order = document.getElementById('order');
if (order) {
  const { currency, decimals, culture, short, limit, empty, unknown } = order.dataset;
  const format = new Intl.NumberFormat(culture || undefined, {
    style: 'currency', currency, minimumFractionDigits: Number(decimals), maximumFractionDigits: Number(decimals),
  });
  const rows = [...order.querySelectorAll('tr[data-product]')].map(row => ({ ...row.dataset, row, field: row.querySelector('input') }));
  const [product, quantity] = [document.getElementById('product'), document.getElementById('quantity')];
  const [note, total] = [order.querySelector('[data-note]'), order.querySelector('[data-total]')];
  let chosen;

  // Where the price is that of a kilogram, what it weighs is estimated, and rounded half up as the server does.
  const cost = ({ price, grams, field }) => grams
    ? Math.floor((Number(price) * Number(grams) * (field.valueAsNumber || 0) + 500) / 1000)
    : Number(price) * (field.valueAsNumber || 0);
  const say = (sentence, name, most) => sentence.replace('{0}', name).replace('{1}', most);

  const warning = ({ name, left, limit: most, field }) => {
    const [wanted, had] = [field.valueAsNumber || 0, Number(field.dataset.had)];
    if (!field.checkValidity()) {
      return field.validationMessage;
    }

    return wanted <= had ? ''
      : left && wanted > Number(left) + had ? say(short, name, Number(left) + had)
      : most && wanted > Number(most) ? say(limit, name, most)
      : '';
  };

  const show = () => {
    total.textContent = format.format(rows.reduce((sum, row) => sum + cost(row), 0) / 10 ** Number(decimals));
    for (const row of rows) {
      row.row.classList.toggle('table-warning', warning(row) !== '');
      row.row.classList.toggle('table-info', row.field.valueAsNumber > 0);
    }
  };

  const next = text => {
    note.textContent = text;
    quantity.value = '';
    chosen = undefined;
    product.focus();
  };

  picker(product, document.getElementById('products'), typed => rows.filter(row => fits(typed, row.number, row.search)), {
    label: row => `${row.number} ${row.name}`,
    choose: row => {
      chosen = row;
      product.value = row.name;
      note.textContent = '';
      quantity.value = row.field.valueAsNumber > 0 ? row.field.value : '';
      quantity.focus();
      quantity.select();
    },
    none: typed => {
      if (typed) {
        note.textContent = unknown;
      } else if (rows.some(row => row.field.valueAsNumber > 0)) {
        order.requestSubmit();
      } else {
        note.textContent = empty;
      }
    },
  });
  product.addEventListener('focus', () => product.select());
  quantity.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      product.value = '';
      next('');
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (!chosen) {
        next('');
        return;
      }

      const before = chosen.field.value;
      chosen.field.value = /^\d*$/.test(quantity.value.trim()) ? quantity.value.trim() || '0' : '-1';
      const text = warning(chosen);
      if (!chosen.field.checkValidity()) {
        chosen.field.value = before;
        note.textContent = text;
        quantity.select();
        return;
      }

      show();
      product.value = '';
      next(text);
    }
  });
  order.addEventListener('input', show);
  for (const hidden of order.querySelectorAll('[data-typing]')) {
    hidden.hidden = false;
  }

  show();
  product.focus();
}
