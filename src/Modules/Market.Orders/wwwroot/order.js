// Adds the − and + buttons and the running total to the order form. The form works without it; the server counts again.
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

  const show = () => {
    const sum = inputs.reduce((minor, input) => minor + cost(input), 0);
    total.textContent = format.format(sum / unit);
  };

  for (const button of form.querySelectorAll('button[data-step]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const input = button.parentElement.querySelector('input');
      const wanted = (input.valueAsNumber || 0) + Number(button.dataset.step);
      input.value = Math.min(Number(input.max), Math.max(0, wanted));
      show();
    });
  }

  form.addEventListener('input', show);
  show();
}
