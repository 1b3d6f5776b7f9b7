/**
 * What a page without script is rendered from. Remix also writes whatever a loader returns a second time, for the script
 * that would hydrate the page; of this it finds nothing to write, so that no page pays for what nobody gets.
 */
export class Unsent<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }
}
