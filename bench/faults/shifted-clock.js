/**
 * Loaded before a program with `node --import`: from then on its clock is wrong by CLOCK_SHIFT_MS. Timers and TLS keep
 * the machine's time, as they do under a wrong clock that was set before the start.
 */

const shift = Number(process.env["CLOCK_SHIFT_MS"]);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  /** @param {ConstructorParameters<DateConstructor>} given */
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shift);
    else super(...given);
  }

  static now() {
    return RealDate.now() + shift;
  }
};
