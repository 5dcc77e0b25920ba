/* A drawer's form: what the notes and coins come to, and what differs, without arithmetic by hand. The server sums all of it again. */
(() => {
  const form = document.getElementById('drawer-form');
  if (!form) {
    return;
  }

  const decimals = Number(form.dataset.decimals);
  const scale = 10 ** decimals;
  const sum = form.querySelector('[data-sum]');
  const pieces = [...form.querySelectorAll('[data-piece]')];
  const text = new Intl.NumberFormat(document.documentElement.lang || undefined, { style: 'currency', currency: form.dataset.currency });
  const plain = new Intl.NumberFormat(document.documentElement.lang || undefined, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: false });

  // Minor units, or nothing where it is no amount yet.
  const read = input => {
    const match = /^(\d+)(?:[.,](\d*))?$/.exec((input?.value ?? '').replace(/[\s\u00a0\u202f]/g, ''));
    return match && (match[2] ?? '').length <= decimals ? Number(match[1]) * scale + Number((match[2] ?? '').padEnd(decimals, '0')) : null;
  };

  const show = (id, minorUnits, sign) => {
    const output = document.getElementById(id);
    if (output) {
      output.value = minorUnits === null ? '–' : (sign && minorUnits > 0 ? '+' : '') + text.format(minorUnits / scale);
    }
  };

  const differ = (id, value, expected) => show(id, value === null || expected === '' ? null : value - Number(expected), true);

  const refresh = () => {
    const counted = pieces.filter(piece => /^\d+$/.test(piece.value.trim()));
    if (sum && pieces.length > 0) {
      sum.readOnly = counted.length > 0;
      if (counted.length > 0) {
        sum.value = plain.format(counted.reduce((total, piece) => total + Number(piece.dataset.piece) * Number(piece.value), 0) / scale);
      } else if (sum.dataset.filled) {
        sum.value = '';
      }

      sum.dataset.filled = counted.length > 0 ? 'true' : '';
    }

    const value = read(sum);
    const toBank = form.elements.ToBank;
    differ('difference', value, form.dataset.expected ?? '');
    show('stays', value === null ? null : value - (toBank && toBank.value.trim() ? read(toBank) ?? NaN : 0), false);
    differ('terminal-difference', read(form.elements.TerminalSlip), form.dataset.terminal ?? '');
  };

  form.addEventListener('input', refresh);
  refresh();
})();
