// What is asked of the server. An answer that did not come is an error like any other: nobody knows what became of the request.
const PATIENCE = 20_000;

export class Trouble extends Error {
  // offline | signed-out | stale | forbidden | gone | failed
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

export class Server {
  #base;
  #token = null;
  user = null;

  constructor(base) {
    this.#base = base;
  }

  // Who is signed in, and the token that what is sent carries; asked again after somebody has signed in.
  async greet() {
    const { token, user } = await this.#json('token');
    this.#token = token;
    this.user = user;
  }

  get hasToken() {
    return this.#token !== null;
  }

  state(distribution, since) {
    return this.#json(`${encodeURIComponent(distribution)}/state${since === undefined ? '' : `?since=${encodeURIComponent(since)}`}`);
  }

  // Sends entries. A token that is not taken any more is stale: somebody has signed in since, perhaps somebody else.
  async send(distribution, entries) {
    const response = await this.#ask(`${encodeURIComponent(distribution)}/entries`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', RequestVerificationToken: this.#token },
      body: JSON.stringify({ entries: entries.map(({ id, kind, account, at, data }) => ({ id, kind, account, at, data })) }),
    });
    if (response.status === 400) {
      this.#token = null;
      throw new Trouble('stale');
    }
    return this.#read(response);
  }

  async #json(path) {
    return this.#read(await this.#ask(path));
  }

  async #ask(path, init) {
    try {
      return await fetch(`${this.#base}/${path}`, {
        ...init, cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(PATIENCE),
      });
    } catch {
      throw new Trouble('offline');
    }
  }

  async #read(response) {
    // A sign-in page instead of an answer is as good as a 401.
    if (response.status === 401 || response.type === 'opaqueredirect') {
      this.#token = null;
      throw new Trouble('signed-out');
    }
    if (response.status === 403) throw new Trouble('forbidden');
    if (response.status === 404) throw new Trouble('gone');
    if (!response.ok) throw new Trouble('failed');
    try {
      return await response.json();
    } catch {
      throw new Trouble('offline');
    }
  }
}
