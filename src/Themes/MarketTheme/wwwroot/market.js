// What the public pages need beyond HTML. Everything here works without it, only less comfortably.
(() => {
  // Choosing a language remembers it; without script the link's ?culture= holds for one page.
  for (const link of document.querySelectorAll('[data-cookie] [data-culture]')) {
    link.addEventListener('click', event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const { cookie, path } = link.closest('[data-cookie]').dataset;
      const value = encodeURIComponent(`c=${link.dataset.culture}|uic=${link.dataset.culture}`);
      const secure = location.protocol === 'https:' ? '; secure' : '';
      document.cookie = `${cookie}=${value}; path=${path}; max-age=31536000; samesite=lax${secure}`;
      // A fresh GET, never a reload: the page may be the answer to a form.
      const here = new URL(location.href);
      here.searchParams.delete('culture');
      here.searchParams.delete('ui-culture');
      here.hash = '';
      location.replace(here);
    });
  }

  for (const button of document.querySelectorAll('[data-shows]')) {
    const field = document.getElementById(button.dataset.shows);
    button.hidden = false;
    button.addEventListener('click', () => {
      const shown = field.type === 'password';
      field.type = shown ? 'text' : 'password';
      button.setAttribute('aria-pressed', shown);
      field.focus();
    });
  }

  // Orchard marks the forms that must not be sent twice; a page taken back from the browser's cache may send again.
  const sent = new WeakSet();
  document.addEventListener('submit', event => {
    if (!event.target.matches('.no-multisubmit') || event.defaultPrevented) return;
    if (sent.has(event.target)) event.preventDefault();
    else sent.add(event.target);
  });
  addEventListener('pageshow', event => {
    if (event.persisted) for (const form of document.forms) sent.delete(form);
  });
})();
