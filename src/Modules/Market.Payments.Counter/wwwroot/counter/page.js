import { App } from './app.js';
import { install } from './install.js';
import { List } from './list.js';
import { Phone } from './phone.js';
import { Scanner } from './scan.js';
import { Sheet } from './sheet.js';
import { Strip } from './strip.js';
import { say } from './words.js';

const [, base, distribution] = /^(.*\/counter)\/([^/]+)/.exec(location.pathname);
const { scannerScript: script, scannerWasm: wasm } = document.documentElement.dataset;
const app = new App(base, distribution);
const strip = new Strip(app);
const phone = new Phone(app);
const sheet = new Sheet(app, () => list.next());
const list = new List(app, account => sheet.open(account));
new Scanner({ script, wasm }, code => list.openNumber(code));

install(base, {
  onReady: () => { strip.isReady = true; strip.show(); },
  onUpdate: update => phone.offer(update),
}).catch(() => {});

app.start().catch(error => {
  // Without a place to keep entries nothing may be taken.
  document.getElementById('strip').className = 'fault';
  document.getElementById('strip-text').textContent = say('noStore');
  console.warn(error);
});
