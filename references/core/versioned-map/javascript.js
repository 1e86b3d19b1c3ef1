class NotFoundError extends Error {}

/** A map whose past versions can be read. */
class VersionedMap {
  #latest = 0;
  // The changes of each key in order; null stands for a removal.
  #changes = new Map();

  put(key, value) {
    return this.#change(key, value);
  }

  remove(key) {
    if (this.#value(key, this.#latest) === null) throw new NotFoundError("there is no such key");
    return this.#change(key, null);
  }

  get(key, version) {
    this.#check(version);
    return this.#value(key, version);
  }

  size(version) {
    this.#check(version);
    return [...this.#changes.keys()].filter((key) => this.#value(key, version) !== null).length;
  }

  changed(version) {
    this.#check(version);
    const keys = [...this.#changes.keys()];
    return new Set(keys.filter((key) => this.#value(key, version) !== this.#value(key, this.#latest)));
  }

  #change(key, value) {
    this.#latest += 1;
    this.#changes.set(key, [...(this.#changes.get(key) ?? []), { version: this.#latest, value }]);
    return this.#latest;
  }

  #value(key, version) {
    const made = (this.#changes.get(key) ?? []).filter((change) => change.version <= version);
    return made.length === 0 ? null : made[made.length - 1].value;
  }

  #check(version) {
    if (version < 0 || version > this.#latest) throw new RangeError("there is no such version");
  }
}
