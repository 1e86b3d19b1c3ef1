class NotFoundError extends Error {}

/** Returns the setting of the first layer that has the key, or the fallback. */
function layeredSetting(
  layers,
  key,
  fallback,
) {
  const text = layers.find((layer) => layer.has(key))?.get(key) ?? null;
  if (text === null) {
    if (fallback === null) throw new NotFoundError("there is no such setting");
    return fallback;
  }
  if (!/^-?[0-9]+$/.test(text)) throw new TypeError("the setting is not an integer");
  const number = BigInt(text);
  if (BigInt.asIntN(64, number) !== number) throw new RangeError("the setting is outside 64 bits");
  return number;
}
