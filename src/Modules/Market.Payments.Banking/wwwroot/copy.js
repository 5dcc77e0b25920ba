// A button beside what is to be copied. Without a clipboard the buttons stay hidden and the text can be selected.
(() => {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll('[data-copy]')) {
    const place = button.closest('[data-copied]');
    const name = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = place.dataset.copied;
      place.querySelector('[role=status]').textContent = `${place.dataset.copied}: ${button.dataset.copy}`;
      setTimeout(() => { button.textContent = name; }, 2000);
    });
  }
})();
