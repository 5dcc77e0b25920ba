// While many lines are posted, says how many are done. Without it the page waits, and posts all the same.
(() => {
  const form = document.getElementById('post-certain');
  const bar = document.getElementById('posting');
  if (!form || !bar) {
    return;
  }

  form.addEventListener('submit', () => {
    bar.hidden = false;
    setInterval(async () => {
      const answer = await fetch(bar.dataset.progress, { credentials: 'same-origin' }).catch(() => null);
      const { done, total } = answer?.ok ? await answer.json() : {};
      if (total > 0) {
        bar.max = total;
        bar.value = done;
      }
    }, 500);
  });
})();
