// Reads an account's number from a code by the camera. Without one, or where it is refused, the number is typed.
import { say } from './words.js';

const EVERY = 200;

export class Scanner {
  #dialog = document.getElementById('camera');
  #video = this.#dialog.querySelector('video');
  #note = document.getElementById('camera-note');
  #onCode;
  #files;
  #stream = null;

  // onCode tells whether it knew the code.
  constructor(files, onCode) {
    this.#files = files;
    this.#onCode = onCode;
    const button = document.getElementById('scan');
    button.hidden = !navigator.mediaDevices?.getUserMedia;
    button.addEventListener('click', () => this.#open());
    document.getElementById('camera-close').addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('close', () => this.#stop());
  }

  async #open() {
    this.#note.textContent = say('pointCamera');
    this.#dialog.showModal();
    try {
      const detector = await this.#detector();
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      this.#stream = stream;
      if (!this.#dialog.open) {
        this.#stop();
        return;
      }
      this.#video.srcObject = stream;
      await this.#video.play();
      while (this.#stream === stream) {
        const [code] = await detector.detect(this.#video);
        if (code && this.#take(code.rawValue)) return;
        await new Promise(resolve => setTimeout(resolve, EVERY));
      }
    } catch {
      if (this.#dialog.open) this.#note.textContent = say('noCamera');
      this.#stop();
    }
  }

  #take(text) {
    if (this.#onCode(text)) {
      this.#dialog.close();
      return true;
    }
    this.#note.textContent = say('unknownCode', text);
    return false;
  }

  async #detector() {
    const formats = ['qr_code', 'code_128', 'ean_13'];
    if ('BarcodeDetector' in window && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) return new BarcodeDetector({ formats });
    if (!window.BarcodeDetectionAPI) {
      await new Promise((resolve, reject) => {
        const script = document.createElement('script');
        Object.assign(script, { src: this.#files.script, onload: resolve, onerror: reject });
        document.head.append(script);
      });
      BarcodeDetectionAPI.prepareZXingModule({ overrides: { locateFile: () => this.#files.wasm } });
    }
    return new BarcodeDetectionAPI.BarcodeDetector({ formats });
  }

  #stop() {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    this.#video.srcObject = null;
  }
}
