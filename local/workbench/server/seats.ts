/** Who sits at each of the pages that are open, and where they stand. */

export interface Seat {
  mail: string;
  /** `'问题台账'!C5`; undefined until they stood somewhere. */
  place: string | undefined;
}

/** Pages closed long ago are forgotten: a browser does not say when one is. */
const SEATS_KEPT = 64;

export class Seats {
  readonly #owner: string;
  readonly #all = new Map<string, Seat>();
  present: Seat;

  constructor(owner: string) {
    this.#owner = owner;
    this.present = this.#seat();
  }

  /** The seat of a page, from now on the present one. False where it was already. */
  take(page: string): boolean {
    const seat = this.#all.get(page) ?? this.#seat();
    this.#all.delete(page);
    this.#all.set(page, seat);
    for (const old of [...this.#all.keys()].slice(0, -SEATS_KEPT)) this.#all.delete(old);
    if (seat === this.present) return false;
    this.present = seat;
    return true;
  }

  /** Everybody is the owner again and stands nowhere: another ledger lies on the desk. */
  clear(): void {
    for (const seat of [this.present, ...this.#all.values()]) {
      seat.mail = this.#owner;
      seat.place = undefined;
    }
  }

  #seat(): Seat {
    return { mail: this.#owner, place: undefined };
  }
}
