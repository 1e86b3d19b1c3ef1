class NotFoundError extends Error {}

/** A map whose past versions can be read. */
class VersionedMap {
  #latest = 0;
  // The changes of each key in order; null stands for a removal.
  #changes = new Map<string, { version: number; value: string | null }[]>();

  put(key: string, value: string): number {
    return this.#change(key, value);
  }

  remove(key: string): number {
    if (this.#value(key, this.#latest) === null) throw new NotFoundError("there is no such key");
    return this.#change(key, null);
  }

  get(key: string, version: number): string | null {
    this.#check(version);
    return this.#value(key, version);
  }

  size(version: number): number {
    this.#check(version);
    return [...this.#changes.keys()].filter((key) => this.#value(key, version) !== null).length;
  }

  changed(version: number): Set<string> {
    this.#check(version);
    const keys = [...this.#changes.keys()];
    return new Set(keys.filter((key) => this.#value(key, version) !== this.#value(key, this.#latest)));
  }

  #change(key: string, value: string | null): number {
    this.#latest += 1;
    this.#changes.set(key, [...(this.#changes.get(key) ?? []), { version: this.#latest, value }]);
    return this.#latest;
  }

  #value(key: string, version: number): string | null {
    const made = (this.#changes.get(key) ?? []).filter((change) => change.version <= version);
    return made.length === 0 ? null : made[made.length - 1].value;
  }

  #check(version: number): void {
    if (version < 0 || version > this.#latest) throw new RangeError("there is no such version");
  }
}
