/** Reverses a text but keeps combining marks after their letter. */
function reverseClusters(text) {
  const clusters = text.match(/[^][\u0300-\u036f\u20d0-\u20ff]*/gu) ?? [];
  return clusters.reverse().join("");
}
