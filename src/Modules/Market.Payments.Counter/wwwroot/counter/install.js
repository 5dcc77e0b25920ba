// Keeps the page itself on the phone by its service worker, and tells when a newer page is there.
export async function install(base, { onReady, onUpdate }) {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register(`${base}/worker.js`, { scope: `${base}/`, updateViaCache: 'none' });
  const offer = () => registration.waiting && navigator.serviceWorker.controller && onUpdate(() => {
    // Only an update that was asked for loads the page again: the first worker takes over silently.
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting.postMessage('take-over');
  });
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => installing.state === 'installed' && offer());
  });
  offer();
  const { active } = await navigator.serviceWorker.ready;
  const channel = new MessageChannel();
  channel.port1.onmessage = ({ data }) => data === 'kept' && onReady();
  active.postMessage('keep', [channel.port2]);
}
