// On a phone the admin's menu covers the page it opens with; it starts folded there, and unfolds by its own button.
document.addEventListener('DOMContentLoaded', () => {
  if (window.innerWidth < 768 && !document.body.classList.contains('left-sidebar-compact')) {
    document.querySelector('.leftbar-compactor')?.click();
  }
});
